// Walking by hand: a knob to pull as far as one wants to go, and an arrow for each direction.
pragma ComponentBehavior: Bound
import QtQuick

Item {
    id: stick
    property var model
    readonly property real reach: Theme.target
    property real walk: 0
    property real turn: 0

    function pull(x: real, y: real): void {
        const far = Math.max(1, Math.hypot(x, y) / reach)
        knob.dx = x / far
        knob.dy = y / far
        tell(soft(-knob.dy / reach), soft(knob.dx / reach))
    }
    function soft(part: real): real { // a hand at rest is not quite still
        const size = Math.max(0, Math.abs(part) - 0.12) / 0.88
        return Math.round(Math.sign(part) * size * 20) / 20
    }
    function tell(walks: real, turns: real): void {
        if (walks === walk && turns === turn) return
        walk = walks
        turn = turns
        model.steered(walk, turn)
    }
    function letGo(): void {
        knob.dx = knob.dy = 0
        tell(0, 0)
    }

    implicitWidth: Theme.target * 3
    implicitHeight: Theme.target * 3
    onVisibleChanged: if (!visible) letGo()
    Component.onDestruction: letGo()

    component Arrow: Pressable {
        id: arrow
        property string key
        property string iconName
        property bool held: false // by finger or key; a screen reader only clicks
        objectName: "hall." + key
        focusPolicy: Qt.TabFocus
        width: Theme.target
        height: Theme.target
        onPressedChanged: {
            held = held || pressed
            stick.model.keyChanged(key, pressed)
        }
        onClicked: {
            if (!held) {
                stick.model.keyChanged(key, true)
                nudge.restart()
            }
            held = false
        }
        Timer { id: nudge; interval: 450; onTriggered: stick.model.keyChanged(arrow.key, false) }
        background: Item {
            Rectangle { anchors.centerIn: parent; width: parent.width * 0.9; height: width; radius: width / 2; color: arrow.down ? Theme.primarySoft : "transparent" }
            FocusRing { on: arrow.visualFocus; anchors.margins: 0 }
        }
        contentItem: Item { Icon { anchors.centerIn: parent; name: arrow.iconName; size: Theme.mm(11) } }
    }

    Rectangle {
        anchors.fill: parent
        radius: width / 2
        color: Theme.surface
        border.width: Theme.hair
        border.color: Theme.lineStrong
        opacity: Theme.dark ? 1 : 0.94
    }
    Arrow { key: "forward"; iconName: "up"; text: qsTr("Forward"); x: Theme.target }
    Arrow { key: "left"; iconName: "turnl"; text: qsTr("Turn left"); y: Theme.target }
    Arrow { key: "right"; iconName: "turnr"; text: qsTr("Turn right"); x: Theme.target * 2; y: Theme.target }
    Arrow { key: "back"; iconName: "down"; text: qsTr("Back"); x: Theme.target; y: Theme.target * 2 }
    Rectangle {
        id: knob
        property real dx: 0
        property real dy: 0
        visible: !Theme.reducedMotion
        x: (stick.width - width) / 2 + dx
        y: (stick.height - height) / 2 + dy
        width: Theme.target * 0.92
        height: width
        radius: width / 2
        color: hand.pressed ? Theme.primaryPressed : Theme.primary
        border.width: Theme.stroke
        border.color: Theme.surface
    }
    MouseArea {
        id: hand
        visible: knob.visible
        x: Theme.target
        y: Theme.target
        width: Theme.target
        height: Theme.target
        preventStealing: true
        onPressed: mouse => stick.pull(mouse.x - width / 2, mouse.y - height / 2)
        onPositionChanged: mouse => stick.pull(mouse.x - width / 2, mouse.y - height / 2)
        onReleased: stick.letGo()
        onCanceled: stick.letGo()
    }
}
