// A day, then a time on it.
pragma ComponentBehavior: Bound
import QtQuick

Column {
    id: choice
    property var days: [] // [{ day, label, chosen }]
    property var times: []
    signal dayChosen(day: string)
    signal timeChosen(time: string)
    spacing: Theme.s2

    Txt { role: "title"; text: qsTr("Which day?"); width: parent.width; Accessible.role: Accessible.Heading }
    Flow {
        width: parent.width
        spacing: Theme.s2
        Repeater {
            model: choice.days
            Btn {
                required property var modelData
                objectName: "coming.day." + modelData.day
                kind: modelData.chosen ? "primary" : "secondary"
                text: modelData.label
                Accessible.role: Accessible.RadioButton
                Accessible.checked: modelData.chosen
                onClicked: choice.dayChosen(modelData.day)
            }
        }
    }
    Note { width: parent.width; text: choice.days.length === 0 ? qsTr("No time is free in the next days. A ticket for today is always possible.") : "" }
    Txt { role: "title"; text: qsTr("What time?"); visible: choice.times.length > 0; width: parent.width; Accessible.role: Accessible.Heading }
    Flow {
        width: parent.width
        spacing: Theme.s2
        Repeater {
            model: choice.times
            Btn {
                required property string modelData
                objectName: "coming.time." + modelData
                kind: "secondary"
                text: modelData
                onClicked: choice.timeChosen(modelData)
            }
        }
    }
}
