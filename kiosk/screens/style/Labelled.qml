// A field's words around what is entered: label, hint, error, and where the value came from.
import QtQuick

Item {
    id: labelled
    property string label
    property string hint
    property string error
    property string source
    readonly property bool revealWhole: true // a pager shows the words with the field
    readonly property real above: place.y // how high the words are
    default property alias content: place.data

    implicitHeight: column.implicitHeight
    Rectangle { // an error is a bar, an icon and a sentence: never colour alone
        visible: labelled.error !== ""
        width: Theme.px(8)
        height: parent.height
        color: Theme.danger
    }
    Column {
        id: column
        anchors.left: parent.left
        anchors.leftMargin: labelled.error ? Theme.s3 : 0
        anchors.right: parent.right
        spacing: Theme.mm(3)
        Column {
            width: parent.width
            Txt { role: "title"; text: labelled.label; width: parent.width; visible: text !== "" }
            Txt { text: labelled.hint; width: parent.width; color: Theme.ink2; visible: text !== "" }
        }
        Row {
            visible: labelled.error !== ""
            spacing: Theme.s1
            width: parent.width
            Icon { id: sign; name: "alert"; color: Theme.danger; size: Theme.mm(8); y: Theme.mm(1) }
            Txt { text: labelled.error; bold: true; color: Theme.danger; width: parent.width - sign.width - Theme.s1 }
        }
        SourceBadge { text: labelled.source; widest: column.width }
        Column {
            id: place
            width: parent.width
            spacing: Theme.s2
        }
    }
}
