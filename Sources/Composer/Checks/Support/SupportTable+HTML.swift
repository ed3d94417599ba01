// Made by scripts/refresh-support; don't edit.
// Source: Can I email (https://www.caniemail.com), MIT licence, copyright Rémi Parmentier.
// State of 2026-06-29. One line each: feature, month of the test,
// one letter for each of MailClient.all: y yes, n no, a almost, u unknown.

extension SupportTable {
  static let html = """
    html-abbr 2023-09 yyynyyyyyynnnyy
    html-acronym 2024-01 yyynyyyyyynnnyy
    html-anchor-links 2019-08 ynyyyyyyyyannny
    html-aria-describedby 2019-02 nnnnyyyyyynnnyn
    html-aria-hidden 2019-02 yyyyyyyyyynnnyn
    html-aria-label 2019-02 yyyyyyyyyynnnyn
    html-aria-labelledby 2022-04 nnnnnyyyyynnnyn
    html-aria-live 2019-02 yyyannnnyynnnyn
    html-audio 2020-04 nnnnnnnnyynnnyy
    html-base 2021-12 aaayaaanyyaaayy
    html-bdi 2019-02 nnnnnnnnyynnnyy
    html-body 2021-11 aaayanaayyannyy
    html-button-reset 2019-09 yaynyynyyynnnya
    html-button-submit 2019-09 yaynnnnyyyynyyy
    html-dialog 2019-02 nnynnnnnyynnnyy
    html-doctype 2019-07 yyynyyyyyyyynnn
    html-form 2019-09 yaynaayyyyynyyy
    html-hidden 2024-01 nnnnnnnnyynnnyy
    html-image-maps 2021-09 yyyyyyyyyyyynyy
    html-input-checkbox 2019-09 yyynyyyyyyyyyya
    html-input-hidden 2019-09 yyynyyyyyyyyyya
    html-input-radio 2019-09 yyynyyyyyyyyyya
    html-input-reset 2019-09 yaynyyyyyyyyyya
    html-input-submit 2019-09 yaynnnyyyyynyyy
    html-input-text 2019-09 yyynyyynyyyynna
    html-link 2023-12 nnnynnnnyynnnnn
    html-loading-attribute 2021-10 nnnnnnnnyynnnyy
    html-marquee 2020-04 nnnnaayyyyayyyy
    html-meta-color-scheme 2023-09 nnnnnnnnynnnnny
    html-meter 2019-02 nnanyyyyyynnnyy
    html-object 2021-02 nnnnnnnnaynnnaa
    html-picture 2024-04 nnnnnnnnaynnnyy
    html-popover 2023-09 nnnnnnnnyynnnan
    html-progress 2019-02 nnannnnnyynnnyy
    html-required 2019-09 nnannnyyyynnnyy
    html-rp 2019-02 nnanyyyyyyyyyyy
    html-rt 2019-02 nnanyyyyyyyyyyy
    html-ruby 2019-02 nnanyyyyyyyyyyy
    html-select 2019-09 yaynyyyyyaynyya
    html-semantics 2019-07 aaanaaaayynnnyy
    html-srcset 2019-05 nnnnnnnnyynnnyy
    html-svg 2020-02 nnnnnnnnaynnnyy
    html-target 2021-12 nnnanaaaaannnaa
    html-textarea 2019-09 yyynyyynyyyynna
    html-video 2019-09 nnnnnynnyannnay
    html-wbr 2019-02 ynanyyyyyyyyyyy
    """
}
