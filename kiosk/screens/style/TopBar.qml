// Where I am and what time it is; the brass line under it is the hall's cornice.
import QtQuick

Rectangle {
    id: top
    property var session
    property string heading
    property bool slate: false

    height: Theme.bar
    color: slate ? Theme.slate : Theme.surface
    Row {
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.s2
        Icon {
            name: "arch"
            size: Theme.mm(11)
            color: top.slate ? Theme.slateBrass : Theme.primary
            anchors.verticalCenter: parent.verticalCenter
        }
        Txt {
            text: top.heading || qsTr("Citizen Service Hall")
            font.family: top.slate ? Theme.sans : Theme.serif
            font.pixelSize: Theme.elder ? Theme.body : Theme.pt(24)
            bold: true
            wrapMode: Text.NoWrap
            color: top.slate ? Theme.slateInk : Theme.ink
            anchors.verticalCenter: parent.verticalCenter
        }
    }
    Row {
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.s4
        Rectangle {
            visible: top.session.demonstration
            width: tag.implicitWidth + Theme.s2 * 2
            height: Theme.mm(Theme.elder ? 17 : 12)
            radius: Theme.mm(1.6)
            color: "transparent"
            border.width: Theme.hair
            border.color: top.slate ? Theme.slateInk : Theme.lineStrong
            anchors.verticalCenter: parent.verticalCenter
            Txt {
                id: tag
                anchors.centerIn: parent
                role: "caption"
                text: qsTr("Demonstration")
                color: top.slate ? Theme.slateInk : Theme.ink2
                wrapMode: Text.NoWrap
            }
        }
        Row {
            visible: top.session.personKnown && !top.slate
            spacing: Theme.s1
            anchors.verticalCenter: parent.verticalCenter
            Accessible.role: Accessible.StaticText
            Accessible.name: qsTr("Identity checked")
            Icon { name: "shield"; size: Theme.mm(Theme.elder ? 11 : 8); color: Theme.ok; anchors.verticalCenter: parent.verticalCenter }
            Txt {
                visible: !(Theme.portrait && (Theme.elder || top.session.demonstration))
                text: qsTr("Identity checked")
                role: "caption"
                color: Theme.ink2
                wrapMode: Text.NoWrap
                anchors.verticalCenter: parent.verticalCenter
                Accessible.ignored: true
            }
        }
        Txt {
            text: top.session.clock
            bold: true
            font.pixelSize: Theme.elder ? Theme.body : Theme.pt(24)
            color: top.slate ? Theme.slateInk : Theme.ink
            wrapMode: Text.NoWrap
            anchors.verticalCenter: parent.verticalCenter
        }
    }
    Rectangle { anchors.bottom: parent.bottom; width: parent.width; height: Theme.mm(1); color: Theme.brass }
}
