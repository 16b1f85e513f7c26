// A way to say of each answer that its register is wrong.
pragma ComponentBehavior: Bound
import QtQuick
import "../style"

Column {
    id: disputes
    property var rows: [] // [{"name", "text"}]
    signal chosen(name: string)

    width: parent?.width ?? 0
    spacing: Theme.s2
    Repeater {
        model: disputes.rows
        Btn {
            required property var modelData
            objectName: "question.dispute." + modelData.name
            kind: "quiet"
            text: modelData.text
            width: Math.min(implicitWidth, disputes.width)
            onClicked: disputes.chosen(modelData.name)
        }
    }
}
