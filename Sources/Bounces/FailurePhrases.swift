/// Words for a failed delivery or an address that takes nothing.
enum FailurePhrases {
  static let all = english + european + asian

  private static let english = [
    "could not be delivered", "couldn't be delivered", "cannot be delivered", "can't be delivered",
    "can not be delivered", "was not delivered", "has not been delivered", "not been delivered",
    "were not delivered", "is undeliverable", "was undeliverable", "undeliverable to",
    "undeliverable mail", "undeliverable message", "undelivered mail", "mail undeliverable",
    "delivery failed", "delivery has failed", "delivery failure", "failed delivery",
    "delivery to the following", "failed to deliver", "unable to deliver", "wasn't able to deliver",
    "was not able to deliver", "not able to deliver", "unable to be delivered", "cannot deliver",
    "could not deliver", "couldn't deliver", "can't deliver", "did not reach",
    "could not be reached", "couldn't be sent", "could not be sent", "was not sent",
    "wasn't delivered", "weren't delivered", "isn't deliverable", "not deliverable",
    "had permanent fatal errors", "had permanent delivery errors", "had delivery errors",
    "had delivery problems", "had transient non-fatal errors", "following addresses failed",
    "following address failed", "address(es) failed", "recipients failed", "failed recipient",
    "failed address", "following recipients did not receive", "did not receive this message",
    "did not receive your message", "delivery error", "mail delivery error", "error delivering",
    "problem delivering", "problems delivering", "returned to sender", "returned to you",
    "message returned", "mail returned", "returned mail", "returning message", "returned message",
    "was rejected", "were rejected", "has been rejected", "been rejected by",
    "rejected your message",
    "message rejected", "mail rejected", "rejected by the recipient", "was refused",
    "has been refused", "message refused", "has been blocked", "was blocked", "been returned",
    "bounced", "non-delivery", "nondeliverable", "nondelivery", "non delivery",
    "user unknown", "unknown user", "unknown recipient", "recipient unknown", "no such user",
    "no such recipient", "no such address", "no such mailbox", "no such person", "user not found",
    "recipient not found", "address not found", "mailbox not found", "mailbox unavailable",
    "mailbox is full", "mailbox full", "mailbox is currently full", "over quota", "quota exceeded",
    "exceeded the quota", "exceeded quota", "exceeds allowed quota", "mailbox has exceeded",
    "does not exist", "doesn't exist", "not a valid", "is invalid", "invalid recipient",
    "invalid address", "invalid user", "is not known", "not listed in", "account is disabled",
    "account has been disabled", "mailbox is disabled", "mailbox disabled", "is inactive",
    "no longer active", "no longer valid", "no longer in use", "no longer exists",
    "no longer available", "not accepting mail", "unrouteable", "unroutable", "host unknown",
    "unknown host", "host not found", "domain not found", "unknown domain",
    "recipient name is not recognized", "recipient's address", "no valid recipients",
    "not our customer", "relay access denied", "relaying denied", "unable to relay",
    "are not a member", "are not member", "not a member of", "permission to post", "retry timeout",
    "retry time", "message expired", "too long in the queue", "was not accepted",
    "not accepted by", "unsuccessful delivery", "undelivered to", "message size exceeds",
    "too many hops", "mail loop", "loops back to", "duplicated message-id", "failure reasons",
    "reason for failure", "delivery attempt failed", "attempts failed", "delivery failed attempts",
    "smtp error from remote", "remote server returned", "remote host said",
    "remote server responded", "responded with", "undeliverable:", "error message below",
    "unable to send your message", "message could not", "mail could not", "email could not",
    "e-mail could not", "couldn't be found", "could not be found", "wasn't found at",
    "was not found",
    "rejected for the following reason", "reason for the problem", "not permitted to send",
    "was aborted",
    "could not find a gateway", "receiver not found", "user name not found", "mailbox exceeds",
    "exceeds allowed size", "server has rejected", "has rejected", "rejected address",
    "not be delivered", "mail rejection", "not local",
  ]

  private static let european = [
    // German
    "konnte nicht zugestellt", "nicht zugestellt werden", "nicht zustellbar", "unzustellbar",
    "konnte nicht übermittelt", "konnte nicht ausgeliefert", "nicht ausgeliefert werden",
    "nicht erreicht", "zustellung fehlgeschlagen", "zustellfehler", "fehler bei der zustellung",
    "postfach ist voll", "existiert nicht", "empfänger unbekannt", "unbekannter empfänger",
    "konnte nicht gesendet", "wurde zurückgewiesen", "wurde abgelehnt", "nicht gefunden",
    // French
    "n'a pas pu être", "n'a pu être", "n'ont pas pu être", "n'a pas été remis", "non remis",
    "non distribué", "impossible de remettre", "n'a pas été délivré", "non délivré",
    "échec de la remise", "échec de remise", "échec de distribution", "n'a pas été distribué",
    "boîte pleine", "boîte aux lettres est pleine", "n'existe pas", "destinataire inconnu",
    "utilisateur inconnu", "adresse inconnue", "est introuvable", "a été rejeté", "a été refusé",
    // Spanish
    "no se pudo entregar", "no pudo ser entregado", "no se ha podido entregar", "no ha podido ser",
    "no se ha entregado", "no fue entregado", "no se entregó", "no entregado",
    "no se puede entregar",
    "error de entrega", "imposible entregar", "error al entregar", "buzón lleno",
    "buzón está lleno", "no existe", "usuario desconocido", "destinatario desconocido",
    "no ha sido posible entregar", "fue rechazado", "ha sido rechazado", "fallo en la entrega",
    // Portuguese
    "não foi possível entregar", "não pôde ser entregue", "não pode ser entregue",
    "não foi entregue", "não entregue", "falha na entrega", "falha de entrega", "erro na entrega",
    "caixa cheia", "caixa postal cheia", "não existe", "usuário desconhecido",
    "destinatário desconhecido", "foi rejeitad", "não foi enviada", "nao foi possivel entregar",
    // Italian
    "non è stato possibile consegnare", "non può essere consegnat", "non è stato consegnat",
    "non è stata consegnat", "non consegnat", "impossibile consegnare", "mancata consegna",
    "errore di consegna", "recapito non riuscito", "non è stato recapitat",
    "impossibile recapitare",
    "casella piena", "casella di posta piena", "non esiste", "utente sconosciuto",
    "destinatario sconosciuto", "è stato rifiutat", "è stato respint",
    "e' stato possibile recapitare",
    // Dutch, Polish, Turkish
    "kon niet worden", "niet worden bezorgd", "niet bezorgd", "onbestelbaar", "bestaat niet",
    "nie może zostać dostarczon", "nie została dostarczon", "niedostarczon", "nie istnieje",
    "teslim edilemedi", "iletilemedi", "mevcut değil",
    // Russian
    "не может быть доставлен", "не могло быть доставлен", "не доставлен", "не было доставлен",
    "не была доставлен", "не удалось доставить", "недоставлен", "невозможно доставить",
    "не существует", "ошибка доставки", "почтовый ящик переполнен", "ящик переполнен",
    "неизвестный пользователь", "пользователь не найден", "адрес не найден", "отклонено",
    "было отклонен",
  ]

  private static let asian = [
    // Japanese
    "送信できません", "配信できません", "送信出来ません", "配信出来ません", "お届けできません", "届けることができません",
    "送信することができません", "配信することができません", "送信に失敗", "配信に失敗", "配送に失敗", "送信失敗", "配信失敗",
    "配信不能", "配信エラー", "送信エラー", "メールエラー", "エラーのため", "宛先不明", "見つかりません", "存在しません",
    "配送できません", "配送されません", "届きません", "届かなかった", "返送", "返却", "拒否されました", "受信できません",
    "一杯のため", "いっぱいのため", "容量を超え", "容量が一杯", "送れません", "該当するユーザ",
    // Chinese
    "无法投递", "無法投遞", "无法送达", "無法送達", "无法发送", "無法發送", "无法传递", "無法傳遞", "无法传送", "無法傳送",
    "投递失败", "投遞失敗", "发送失败", "發送失敗", "寄送失敗", "寄送失败", "传送失败", "傳送失敗", "传递失败", "退信",
    "被退回", "退回", "未能送达", "未能送達", "未能投递", "不存在", "邮箱已满", "信箱已滿", "邮箱已滿", "找不到收件人",
    "拒收", "被拒绝", "被拒絕", "没有被送达", "未送达", "未送達", "地址无效", "无此用户", "用户未找到",
    // Korean
    "전송하지 못", "보내지 못", "배달하지 못", "배달되지 않", "배달할 수 없", "전달할 수 없", "전달되지 못", "전달하지 못",
    "전송할 수 없", "전송 실패", "배달 실패", "발송 실패", "전송에 실패", "발송에 실패", "발송되지", "전송되지", "반송",
    "존재하지 않", "없는 사용자", "찾을 수 없", "용량이 초과", "용량 초과", "수신을 거부", "수신 거부",
    // Vietnamese, Thai, Indonesian
    "không thể gửi", "không gửi được", "không tồn tại", "không thể chuyển", "ไม่สามารถส่ง", "ไม่พบผู้รับ",
    "tidak dapat dikirim", "gagal dikirim", "tidak terkirim", "tidak ditemukan",
  ]
}
