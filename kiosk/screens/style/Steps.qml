// Where the visit is: step 3 of 6.
pragma ComponentBehavior: Bound
import QtQuick

Column {
    id: steps
    property int at: 1
    property int of: 6
    property string name
    readonly property bool many: of > 20 // too many to be told apart: one bar

    spacing: Theme.s1
    Accessible.role: Accessible.ProgressBar
    Accessible.name: words.text
    Txt {
        id: words
        role: "caption"
        bold: true
        color: Theme.ink2
        width: parent.width
        text: steps.name ? qsTr("Step %1 of %2  ·  %3").arg(steps.at).arg(steps.of).arg(steps.name)
            : qsTr("Step %1 of %2").arg(steps.at).arg(steps.of)
        Accessible.ignored: true
    }
    Rectangle {
        visible: steps.many
        width: parent.width
        height: Theme.mm(1.8)
        radius: height / 2
        color: Theme.high ? "#000000" : Theme.line
        border.width: Theme.high ? Theme.px(2) : 0
        border.color: Theme.ink
        Rectangle {
            width: parent.width * Math.min(1, steps.at / steps.of)
            height: parent.height
            radius: height / 2
            color: Theme.primary
        }
    }
    Row {
        visible: !steps.many
        spacing: Theme.s1
        width: parent.width
        Repeater {
            model: steps.many ? 0 : steps.of
            Rectangle {
                required property int index
                width: (steps.width - (steps.of - 1) * Theme.s1) / steps.of
                height: Theme.mm(index + 1 === steps.at ? 2.2 : 1.5)
                radius: height / 2
                anchors.verticalCenter: parent ? parent.verticalCenter : undefined
                color: index < steps.at ? Theme.primary : Theme.high ? "#000000" : Theme.line
                border.width: Theme.high ? Theme.px(2) : 0
                border.color: Theme.ink
            }
        }
    }
}
