// One fact: label and value, where it came from, and a way to change it.
import QtQuick

Item {
    id: row
    property string label
    property string value
    property string source
    property string iconName
    property string action
    property string actionName
    property bool last: false
    readonly property bool wide: !Theme.portrait && !Theme.elder && iconName === ""
    signal acted

    implicitHeight: Math.max(action ? Theme.target : 0, words.implicitHeight + Theme.s2 * 1.6)
    Icon {
        id: sign
        name: row.iconName
        color: Theme.primary
        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
    }
    Txt {
        id: aside
        visible: row.wide
        text: row.label
        color: Theme.ink2
        width: row.wide ? row.width * 0.3 : 0
        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
    }
    Column {
        id: words
        anchors.left: row.wide ? aside.right : sign.right
        anchors.leftMargin: row.wide ? Theme.s2 : row.iconName ? Theme.s3 : 0
        anchors.right: act.left
        anchors.rightMargin: Theme.s2
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.mm(0.6)
        Txt { visible: !row.wide && text !== ""; text: row.label; role: "caption"; color: Theme.ink2; width: parent.width }
        Flow {
            width: parent.width
            spacing: Theme.s2
            Txt { text: row.value; bold: true; width: Math.min(Math.ceil(implicitWidth), words.width) }
            SourceBadge { text: row.source; widest: words.width }
        }
    }
    Btn {
        id: act
        objectName: row.actionName
        visible: row.action !== ""
        width: visible ? implicitWidth : 0
        kind: "quiet"
        text: row.action
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        Accessible.name: row.action + " " + row.label
        onClicked: row.acted()
    }
    Rule { visible: !row.last; anchors.bottom: parent.bottom }
}
