// What the hall tells everybody: one notice at a time; pressed, it says the rest.
import QtQuick

Card {
    id: card
    property var notices: []
    property int at: 0
    property bool open: false
    readonly property var told: notices[Math.min(at, notices.length - 1)] ?? null

    visible: told !== null
    raised: true
    pad: 0
    height: all.implicitHeight
    onNoticesChanged: at = Math.min(at, Math.max(0, notices.length - 1))
    Column {
        id: all
        width: parent.width
        Pressable {
            id: head
            objectName: "hall.notice"
            width: parent.width
            height: Math.max(words.implicitHeight + Theme.s2, Theme.target)
            text: card.told ? qsTr("Notice: %1").arg(card.told.title) : ""
            Accessible.description: card.told ? card.told.text : ""
            onClicked: card.open = !card.open
            background: Item { FocusRing { on: head.visualFocus } }
            contentItem: Item {
                Icon { id: sign; name: card.told ? card.told.icon : "bell"; color: Theme.primary; x: Theme.s2; anchors.verticalCenter: parent.verticalCenter }
                Column {
                    id: words
                    anchors { left: sign.right; leftMargin: Theme.s2; right: turn.left; rightMargin: Theme.s1; verticalCenter: parent.verticalCenter }
                    Txt { role: "caption"; color: Theme.ink2; text: qsTr("Notice %1 of %2").arg(card.at + 1).arg(card.notices.length); width: parent.width; Accessible.ignored: true }
                    Txt { bold: true; text: card.told ? card.told.title : ""; width: parent.width; Accessible.ignored: true }
                }
                Icon { id: turn; name: card.open ? "up" : "down"; color: Theme.ink2; anchors { right: parent.right; rightMargin: Theme.s2; verticalCenter: parent.verticalCenter } }
            }
        }
        Column {
            visible: card.open
            x: Theme.s2
            width: parent.width - Theme.s2 * 2
            bottomPadding: Theme.s2
            spacing: Theme.s1
            Txt { text: card.told ? card.told.text : ""; width: parent.width; Accessible.ignored: true }
            Btn {
                objectName: "hall.nextNotice"
                visible: card.notices.length > 1
                kind: "quiet"
                text: qsTr("Next notice")
                onClicked: card.at = (card.at + 1) % card.notices.length
            }
        }
    }
}
