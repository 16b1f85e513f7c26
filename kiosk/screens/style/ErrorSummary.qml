// What must be put right, each line leading to its field.
pragma ComponentBehavior: Bound
import QtQuick

Card {
    id: summary
    property var errors: []
    signal chosen(field: string)

    visible: errors.length > 0
    fill: Theme.dangerSoft
    edge: Theme.danger
    edgeWidth: Theme.thick
    implicitHeight: visible ? column.implicitHeight + pad * 2 : 0
    Accessible.role: Accessible.AlertMessage
    Accessible.name: head.text
    Column {
        id: column
        width: parent.width
        spacing: Theme.s1
        Row {
            spacing: Theme.s2
            width: parent.width
            Icon { id: sign; name: "alert"; color: Theme.danger; anchors.verticalCenter: parent.verticalCenter }
            Txt { id: head; role: "h2"; text: qsTr("There is a problem"); color: Theme.danger; width: parent.width - sign.width - Theme.s2 }
        }
        Repeater {
            model: summary.errors
            Pressable {
                id: link
                required property var modelData
                objectName: "question.error." + modelData.field
                text: Texts.of(modelData.text)
                width: column.width
                implicitHeight: Math.max(Theme.mm(Theme.elder ? 28 : 23), words.implicitHeight)
                contentItem: Item {
                    Txt {
                        id: words
                        width: parent.width
                        text: link.text
                        bold: true
                        color: Theme.danger
                        font.underline: true
                        anchors.verticalCenter: parent.verticalCenter
                        Accessible.ignored: true
                    }
                }
                background: Item { FocusRing { on: link.visualFocus } }
                onClicked: summary.chosen(modelData.field)
            }
        }
    }
}
