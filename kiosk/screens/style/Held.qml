// Something the person holds: a ticket or an appointment, and what they may do with it.
pragma ComponentBehavior: Bound
import QtQuick

Card {
    id: held
    property string big
    property string label
    property string value
    property var acts: [] // [{ name, text }]
    signal acted(index: int)

    height: words.implicitHeight + pad * 2
    Column {
        id: words
        width: parent.width
        spacing: Theme.s2
        Txt { role: "h1"; text: held.big; visible: text !== ""; color: Theme.primary; width: parent.width }
        Txt { role: "title"; text: held.label; width: parent.width; Accessible.role: Accessible.Heading }
        Txt { text: held.value; bold: true; width: parent.width }
        Flow {
            width: parent.width
            spacing: Theme.s2
            Repeater {
                model: held.acts
                Btn {
                    required property var modelData
                    required property int index
                    objectName: modelData.name
                    kind: "secondary"
                    text: modelData.text
                    Accessible.description: held.label
                    onClicked: held.acted(index)
                }
            }
        }
    }
}
