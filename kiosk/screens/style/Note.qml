// A sentence that matters, with an icon: plain, good news, a warning or an error.
import QtQuick

Card {
    id: note
    property string text
    property string detail
    property string tone: "info"
    property string iconName: tone === "ok" ? "okring" : tone === "info" ? "info" : "alert"
    readonly property color ink: tone === "ok" ? Theme.ok : tone === "warn" ? Theme.warn : tone === "danger" ? Theme.danger : Theme.primary

    visible: text !== ""
    fill: tone === "ok" ? Theme.okSoft : tone === "warn" ? Theme.warnSoft : tone === "danger" ? Theme.dangerSoft : Theme.primarySoft
    edge: ink
    edgeWidth: tone === "info" && !Theme.high ? 0 : Theme.stroke
    pad: Theme.s3
    implicitHeight: visible ? words.implicitHeight + pad * 2 : 0
    Accessible.role: tone === "danger" ? Accessible.AlertMessage : Accessible.Note
    Accessible.name: detail ? text + " " + detail : text
    Icon {
        id: sign
        name: note.iconName
        color: note.ink
        y: (firstLine.lineCount > 1 || note.detail) ? Theme.mm(1) : (words.height - height) / 2
    }
    Column {
        id: words
        anchors.left: sign.right
        anchors.leftMargin: Theme.s2
        anchors.right: parent.right
        spacing: Theme.s1 / 2
        Txt { id: firstLine; text: note.text; bold: true; color: note.ink; width: parent.width; Accessible.ignored: true }
        Txt { text: note.detail; visible: text !== ""; width: parent.width; Accessible.ignored: true }
    }
}
