// The chosen counter: its sign, its queue, the way there, and in.
import QtQuick

Card {
    id: goal
    property var model
    readonly property var chosen: model.selected ?? null
    readonly property bool there: chosen !== null && model.place === "counter:" + chosen.id
    readonly property int needed: there ? Theme.mm(118) : take.implicitWidth + open.implicitWidth + Theme.s2

    function focusIn(): void { (there ? open : take).forceActiveFocus(Qt.TabFocusReason) }

    visible: chosen !== null
    raised: true
    width: Math.max(needed + Theme.s3 * 2, words.implicitWidth + Theme.s3 * 3 + sign.width)
    height: all.implicitHeight + pad * 2
    Accessible.role: Accessible.Grouping
    Accessible.name: chosen ? qsTr("Counter %1, %2").arg(chosen.number).arg(chosen.name) : ""
    Accessible.description: chosen ? Texts.counter(chosen) : ""
    Column {
        id: all
        width: parent.width
        spacing: Theme.s2
        Row {
            spacing: Theme.s2
            Plate {
                id: sign
                number: goal.chosen ? goal.chosen.number : 0
                tone: goal.chosen ? goal.chosen.colour : Theme.primary
                size: Theme.mm(17)
                anchors.verticalCenter: parent.verticalCenter
            }
            Column {
                id: words
                Txt { role: "lead"; bold: true; text: goal.chosen ? goal.chosen.name : ""; wrapMode: Text.NoWrap }
                Txt { visible: text !== ""; bold: true; color: Theme.primary; text: goal.model.service; wrapMode: Text.NoWrap }
                Txt {
                    role: "caption"
                    color: Theme.ink2
                    text: goal.chosen ? Texts.queue(goal.chosen) : ""
                    wrapMode: Text.NoWrap
                }
                Row {
                    visible: goal.chosen !== null && goal.chosen.mine === true
                    spacing: Theme.s1
                    Icon { name: "doc"; color: Theme.warn; size: mine.font.pixelSize; anchors.verticalCenter: parent.verticalCenter }
                    Txt { id: mine; role: "caption"; bold: true; color: Theme.warn; text: qsTr("Your application is here"); wrapMode: Text.NoWrap }
                }
            }
        }
        Row {
            width: parent.width
            spacing: Theme.s2
            Btn {
                id: take
                objectName: "hall.takeMeThere"
                visible: !goal.there
                kind: "secondary"
                width: parent.width - Theme.s2 - open.width
                iconName: "walk"
                text: qsTr("Take me there")
                onClicked: goal.model.takeMeThere(goal.chosen.id)
                onVisibleChanged: if (!visible && activeFocus) open.forceActiveFocus(Qt.TabFocusReason)
            }
            Btn {
                id: open
                objectName: "hall.open"
                width: goal.there ? parent.width : implicitWidth
                text: goal.model.service ? qsTr("Open the service") : goal.there ? qsTr("See the services") : qsTr("Open")
                onClicked: goal.model.openCounter(goal.chosen.id)
            }
        }
    }
}
