/// Words of subjects that only reports bear.
enum SubjectPhrases {
  static let all = [
    "undeliverable", "undelivered", "delivery failure", "delivery failed", "failure notice",
    "failure notification", "delivery status", "returned mail", "returned message", "mail returned",
    "message returned", "returned to sender", "delivery notification", "delivery report",
    "mail delivery", "delivery error", "delivery problem", "non-delivery", "nondelivery",
    "non delivery", "nondeliverable", "not delivered", "could not send", "could not be delivered",
    "couldn't be delivered", "undeliverable:", "mail system error", "mail failure", "mail error",
    "mail status report", "mail undeliverable", "message undeliverable", "bounced mail",
    "bounce notification", "returning message", "delivery has failed", "failed mail",
    "failed delivery", "unable to deliver", "unknown address", "unknown recipient", "user unknown",
    "rejected:", "message status", "delivery unsuccessful", "unsuccessful delivery",
    "blocked by our", "message blocked", "message rejected", "mail rejected", "are not member",
    "not a member", "loop alert", "delivery warning", "delayed", "postmaster notify",
    "warning: could not send", "notice: mail delivery", "address unknown", "email rejected",
    "unzustellbar", "nicht zugestellt", "zustellung", "mail-zustell", "nicht zustellbar",
    "non remis", "non distribu", "échec de", "avis de non", "impossible de remettre", "non délivr",
    "no entregado", "no se pudo entregar", "no se puede entregar", "error de entrega", "devuelto",
    "não entregue", "falha na entrega", "não foi possível entregar", "devolvid", "mancata consegna",
    "non recapitat", "non consegnat", "recapito", "avviso di mancata", "onbestelbaar",
    "недоставленное", "не доставлено", "недоставлен", "ошибка доставки", "возвращен",
    "送信エラー", "配信エラー", "メールエラー", "エラー通知", "配信不能", "配信失敗", "送信失敗", "配信できません", "送信できません",
    "配送不能", "未配達", "返送", "退信", "系统退信", "系統退信", "投递失败", "投遞失敗", "无法投递", "無法投遞", "发送失败",
    "發送失敗", "无法送达", "無法送達", "未送达", "未送達", "退回", "반송", "배달 실패", "전송 실패", "전송실패", "발송 실패",
    "배달되지", "배달할 수 없", "메일 전송",
  ]
}
