// Always in the same place, within reach of a seated person.
pragma ComponentBehavior: Bound
import QtQuick

Rectangle {
    id: dock
    property var session
    property bool canLeave: true
    property string openUntil
    signal accessAsked
    signal languageAsked
    signal staffAsked

    height: Theme.dock
    color: Theme.sunken

    component Key: Pressable {
        id: key
        property string iconName
        property bool strong: false
        readonly property color fore: strong && !visualFocus ? Theme.primaryInk : Theme.ink
        height: dock.height
        width: Math.max(Theme.mm(Theme.portrait ? 46 : 60), Math.ceil(label.implicitWidth) + (Theme.portrait && Theme.elder ? Theme.s2 : Theme.s4))
        background: Rectangle {
            color: key.strong && !key.visualFocus ? (key.down ? Theme.primaryPressed : Theme.primary) : key.down ? Theme.line : "transparent"
            FocusRing { on: key.visualFocus; anchors.margins: Theme.px(4); radius: 0 }
        }
        contentItem: Item {
            Column {
                anchors.centerIn: parent
                Icon {
                    name: key.iconName
                    size: Theme.mm(Theme.elder ? 12 : 10)
                    color: key.fore
                    anchors.horizontalCenter: parent.horizontalCenter
                }
                Txt {
                    id: label
                    text: key.text
                    role: "caption"
                    bold: true
                    font.pixelSize: Theme.elder ? Theme.caption : Theme.pt(18)
                    color: key.fore
                    wrapMode: Text.NoWrap
                    anchors.horizontalCenter: parent.horizontalCenter
                    Accessible.ignored: true
                }
            }
        }
    }

    Rectangle { width: parent.width; height: Theme.hair; color: Theme.line }
    Row {
        height: parent.height
        Key {
            objectName: "dock.access"
            iconName: "access"
            strong: true
            text: qsTr("Accessibility")
            onClicked: dock.accessAsked()
        }
        Key {
            objectName: "dock.voice"
            iconName: dock.session.voice ? "voice" : "mute"
            text: dock.session.voice ? qsTr("Voice on") : qsTr("Voice off")
            onClicked: dock.session.voiceChosen(!dock.session.voice)
        }
        Key {
            objectName: "dock.language"
            iconName: "globe"
            text: qsTr("Language")
            Accessible.description: "Language 语言"
            onClicked: dock.languageAsked()
        }
        Key {
            objectName: "dock.staff"
            iconName: "bell"
            text: qsTr("Staff help")
            onClicked: dock.staffAsked()
        }
    }
    Key {
        objectName: "dock.leave"
        visible: dock.canLeave
        anchors.right: parent.right
        iconName: "exit"
        text: qsTr("Leave")
        onClicked: dock.session.leaveRequested()
    }
    Txt {
        visible: !dock.canLeave && text !== "" && !Theme.portrait
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        text: dock.openUntil
        color: Theme.ink2
    }
}
