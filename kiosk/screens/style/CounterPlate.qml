// A counter's number as a button, with what it says when it is read aloud.
import QtQuick

Pressable {
    id: plate
    property var counter
    property bool goal: false

    text: qsTr("Counter %1, %2").arg(counter.number).arg(counter.name)
    Accessible.description: Texts.counter(counter)
    Accessible.checkable: true
    Accessible.checked: goal
    background: Rectangle {
        radius: Theme.radius
        color: Theme.high ? "#000000" : plate.counter.colour
        border.width: plate.goal ? Theme.thick : Theme.high ? Theme.px(2) : 0
        border.color: plate.goal ? Theme.brass : "#FFFFFF"
        FocusRing { on: plate.visualFocus }
    }
    contentItem: Item {
        Txt { anchors.centerIn: parent; text: plate.counter.number; role: "title"; color: "#FFFFFF"; Accessible.ignored: true }
        CounterMark { counter: plate.counter; anchors.right: parent.right; anchors.top: parent.top; anchors.margins: Theme.px(5) }
    }
}
