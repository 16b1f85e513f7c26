// Why something could not be attached, and what to do about it.
import QtQuick
import "../style"

Note {
    property var now: ({})
    tone: "danger"
    text: now.failure ? Texts.filled(now.failure, now.limit ?? "") : ""
    detail: now.failure ? Texts.of(now.failure + "_step") : ""
}
