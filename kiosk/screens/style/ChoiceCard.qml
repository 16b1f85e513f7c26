// A wide choice: an icon or a mark, its words, and what it leads to.
import QtQuick

Pressable {
    id: choice
    property string iconName
    property string note
    property string mark // "radio" or "check": it shows whether it is chosen
    property bool chosen: false

    implicitHeight: Math.max(Theme.target * 1.2, words.implicitHeight + Theme.s2 * 2)
    Accessible.description: note
    Accessible.role: mark === "radio" ? Accessible.RadioButton : mark === "check" ? Accessible.CheckBox : Accessible.Button
    Accessible.checkable: mark !== ""
    Accessible.checked: chosen

    background: Card {
        fill: choice.chosen || choice.down ? Theme.primarySoft : Theme.surface
        edge: choice.chosen ? Theme.primary : Theme.lineStrong
        edgeWidth: choice.chosen ? Theme.thick : Theme.hair
        FocusRing { on: choice.visualFocus; radius: Theme.radiusL }
    }
    contentItem: Item {
        Icon {
            id: picture
            name: choice.iconName
            color: Theme.primary
            size: choice.note ? Theme.icon * 1.4 : Theme.icon * 1.2
            anchors.left: parent.left
            anchors.leftMargin: Theme.s3
            anchors.verticalCenter: parent.verticalCenter
        }
        Rectangle {
            id: box
            visible: choice.mark !== ""
            width: visible ? Theme.mm(9) : 0
            height: Theme.mm(9)
            radius: choice.mark === "radio" ? width / 2 : Theme.mm(1.6)
            anchors.left: picture.right
            anchors.leftMargin: choice.iconName && visible ? Theme.s2 : 0
            anchors.verticalCenter: parent.verticalCenter
            color: choice.chosen && choice.mark === "check" ? Theme.primary : Theme.surface
            border.width: Theme.stroke
            border.color: choice.chosen ? Theme.primary : Theme.lineStrong
            Rectangle {
                visible: choice.chosen && choice.mark === "radio"
                anchors.centerIn: parent
                width: parent.width * 0.52
                height: width
                radius: width / 2
                color: Theme.primary
            }
            Icon {
                visible: choice.chosen && choice.mark === "check"
                anchors.centerIn: parent
                name: "check"
                size: Theme.mm(7)
                color: Theme.primaryInk
            }
        }
        Column {
            id: words
            anchors.left: box.right
            anchors.leftMargin: choice.iconName || choice.mark ? Theme.s3 : 0
            anchors.right: tick.left
            anchors.rightMargin: Theme.s2
            anchors.verticalCenter: parent.verticalCenter
            Txt { width: parent.width; text: choice.text; role: "title"; Accessible.ignored: true }
            Txt { width: parent.width; text: choice.note; color: Theme.ink2; visible: text !== ""; Accessible.ignored: true }
        }
        Icon {
            id: tick
            anchors.right: parent.right
            anchors.rightMargin: Theme.s3
            anchors.verticalCenter: parent.verticalCenter
            name: choice.mark ? "" : choice.chosen ? "okring" : "chev"
            color: choice.chosen ? Theme.primary : Theme.ink2
        }
    }
}
