/// Words for a delivery that goes on being tried.
enum DelayPhrases {
  static let all = [
    "will be retried", "will keep trying", "will continue to be attempted", "will continue trying",
    "will continue to try", "will retry", "still trying", "still being tried",
    "not yet been delivered",
    "has not yet been", "could not yet be", "not yet delivered", "delivery is delayed",
    "delivery delayed", "has been delayed", "is delayed", "delayed mail", "delivery delay",
    "delayed delivery", "warning: could not send message for past", "do not need to resend",
    "no need to resend", "this is a warning message only", "you do not need to", "retrying for",
    "no action is required on your part", "temporarily undeliverable",
    "delivery status notification (delay)",
    "warning message only", "will try again", "message delayed", "still undelivered",
    "delivery attempts will", "being delayed", "still in the queue", "still queued",
    "wird weiterhin versucht", "verzögert", "verzögerung", "noch nicht zugestellt",
    "remise différée",
    "retardé", "retard de", "sera retenté", "se ha retrasado", "retrasado", "se seguirá intentando",
    "atraso na entrega", "está atrasada", "em atraso", "ritardo nella consegna", "in ritardo",
    "задержка доставки", "задерживается", "доставка отложена", "попытки доставки будут",
    "遅延", "遅れています", "再送を試みます", "再送信を試みます", "再送を続け", "再送信を続け", "延迟", "延遲", "继续尝试", "繼續嘗試", "지연",
  ]
}
