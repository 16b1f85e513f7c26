// A text in one of the roles of the type scale.
import QtQuick

Text {
    property string role: "body"
    property bool bold: role === "title" || role === "h2" || formal
    readonly property bool formal: role === "h1" || role === "display"

    color: Theme.ink
    wrapMode: Text.Wrap
    horizontalAlignment: Text.AlignLeft
    textFormat: Text.PlainText
    font.family: formal ? Theme.serif : Theme.sans
    font.pixelSize: ({
            "caption": Theme.caption,
            "body": Theme.body,
            "lead": Theme.lead,
            "title": Theme.title,
            "h2": Theme.h2,
            "h1": Theme.h1,
            "display": Theme.display
        })[role]
    font.bold: bold
    lineHeight: formal ? 0.92 : 0.98 // the CJK faces already carry 1.45 em
    Accessible.role: Accessible.StaticText
    Accessible.name: text
}
