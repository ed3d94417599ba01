/// The preview page's look: the house's colours, light and dark, on screen, phone and paper.
enum PreviewStyle {
  static let text = """
    :root { --paper: #ffffff; --tint: #f1f5ee; --ink: #1d2b24; --soft: #566259; --green: #1f5c42;
      --leaf: #2f7d5b; --amber: #b4581a; --rule: #d9dfd5; --on-green: #ffffff; }
    @media (prefers-color-scheme: dark) {
      :root { --paper: #17211c; --tint: #1e2a24; --ink: #e9efe9; --soft: #a9b6ad; --green: #8fd0ae;
        --leaf: #7cc3a0; --amber: #f0a25f; --rule: #2e3b34; --on-green: #0e1512; }
    }
    * { box-sizing: border-box; }
    body { margin: 0; background: var(--paper); color: var(--ink);
      font: 16px/1.55 "Helvetica Neue", Arial, "Noto Sans CJK SC", "Noto Sans Thai", sans-serif; }
    main { max-width: 960px; margin: 0 auto; padding: 40px; }
    .label, legend { font-size: 12px; font-weight: bold; letter-spacing: .08em;
      text-transform: uppercase; color: var(--green); margin: 0; padding: 0; }
    h1 { font: 36px/1.2 Georgia, "Noto Serif", serif; margin: 12px 0 20px; text-wrap: balance; }
    h2 { font: 21px/1.3 Georgia, "Noto Serif", serif; margin: 44px 0 16px; }
    .lead { color: var(--soft); max-width: 680px; margin: 0 0 16px; }
    a { color: var(--leaf); }
    .soft { color: var(--soft); font-size: 13px; }
    .warn, .lead.warn { color: var(--amber); font-weight: bold; }
    .choices { margin: 32px 0 0; border-top: 2px solid var(--ink); }
    fieldset { border: 0; border-bottom: 1px solid var(--rule); margin: 0; padding: 9px 0;
      display: flex; flex-wrap: wrap; gap: 4px 8px; align-items: baseline; }
    legend { float: left; width: 96px; color: var(--soft); }
    fieldset label { cursor: pointer; }
    fieldset input { position: absolute; opacity: 0; width: 1px; height: 1px; }
    fieldset label > span { display: inline-block; padding: 4px 10px; font-size: 15px; }
    fieldset input:checked + span { background: var(--green); color: var(--on-green); }
    fieldset input:focus-visible + span { outline: 2px solid var(--amber); outline-offset: 2px; }
    .inbox { display: grid; grid-template-columns: 190px 1fr; gap: 16px; margin: 28px 0 0;
      padding: 10px 12px; background: var(--tint); border-top: 1px solid var(--rule);
      border-bottom: 1px solid var(--rule); font-size: 14px; }
    .inbox span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; min-width: 0; }
    .inbox .from { font-weight: bold; }
    .inbox .opening { color: var(--soft); }
    .view { margin: 24px 0 0; overflow-x: auto; }
    iframe { display: block; width: 720px; height: 900px; margin: 0 auto;
      border: 1px solid var(--rule); background: #ffffff; }
    .dark iframe { background: #0e1512; }
    main:has(#width-phone:checked) iframe { width: 375px; height: 740px; }
    main:has(#width-small:checked) iframe { width: 320px; height: 640px; }
    main:has(#width-phone:checked) .inbox, main:has(#width-small:checked) .inbox {
      grid-template-columns: 1fr; gap: 2px; max-width: 375px; margin-left: auto;
      margin-right: auto; }
    main:has(#width-small:checked) .inbox { max-width: 320px; }
    main:has(#width-phone:checked) .inbox .line,
    main:has(#width-small:checked) .inbox .line { white-space: normal; }
    main:has(#width-phone:checked) .inbox .opening,
    main:has(#width-small:checked) .inbox .opening { display: -webkit-box;
      -webkit-box-orient: vertical; -webkit-line-clamp: 2; white-space: normal; }
    pre { font: 14px/1.5 "DejaVu Sans Mono", Menlo, Consolas, "Noto Sans Mono CJK SC", monospace;
      margin: 0 auto; padding: 20px; width: calc(72ch + 42px); max-width: 100%;
      border: 1px solid var(--rule); overflow-x: auto; }
    .alone { font-size: 13px; color: var(--soft); text-align: center; margin: 12px 0 16px; }
    summary { cursor: pointer; font-size: 15px; color: var(--leaf); padding: 6px 0; }
    table { width: 100%; border-collapse: collapse; font-size: 15px; }
    th { font-size: 12px; font-weight: normal; color: var(--soft); text-align: left;
      vertical-align: bottom; padding: 0 12px 8px 0; }
    thead th { border-bottom: 2px solid var(--ink); }
    td, .facts th { border-bottom: 1px solid var(--rule); padding: 9px 12px 9px 0;
      vertical-align: top; }
    .facts th { white-space: nowrap; font-size: 13px; width: 140px; }
    .facts td { font-size: 13px; overflow-wrap: anywhere; }
    th.number, td.number { text-align: right; font-variant-numeric: tabular-nums;
      white-space: nowrap; }
    .share svg { display: block; margin-top: 7px; outline: 1px solid var(--soft); }
    .all { fill: var(--tint); }
    .part { fill: var(--green); }
    .check { border-left: 4px solid var(--rule); padding: 4px 0 4px 14px; margin: 0 0 14px;
      break-inside: avoid; }
    .check.error { border-color: var(--amber); }
    .check h3 { font-size: 15px; margin: 0; }
    .check ul { list-style: none; margin: 2px 0 0; padding: 0; }
    .check li { font-size: 15px; color: var(--soft); overflow-wrap: anywhere; }
    .code { font-weight: normal; font-size: 13px; color: var(--soft); margin-left: 6px; }
    .error .code { color: var(--amber); }
    .place { font-size: 13px; color: var(--ink); margin-right: 6px; }
    code { font: 14px/1.5 "DejaVu Sans Mono", Menlo, Consolas, monospace; overflow-wrap: anywhere; }
    .next li { margin: 0 0 6px; }
    @media (max-width: 640px) {
      main { padding: 20px; }
      h1 { font-size: 29px; }
      legend { width: 100%; padding-bottom: 4px; }
      .inbox { grid-template-columns: 1fr; gap: 2px; }
      td, th { padding-right: 8px; }
      .share, th:nth-child(4) { display: none; }
      table:not(.facts) td:nth-child(2) { overflow-wrap: anywhere; }
    }
    @media print {
      @page { size: A4; margin: 16mm; }
      :root { --paper: #ffffff; --tint: #f1f5ee; --ink: #1d2b24; --soft: #566259; --green: #1f5c42;
        --leaf: #2f7d5b; --amber: #b4581a; --rule: #d9dfd5; }
      main { padding: 0; max-width: none; }
      .choices, .alone, details { display: none; }
      .view, .inbox { break-inside: avoid; }
      iframe { max-width: 100%; height: 660px; }
    }
    """
}
