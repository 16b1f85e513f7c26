// "Are you still there?": seconds run out, one big button gives more.
pragma ComponentBehavior: Bound
import QtQuick
import "style"

DialogBox {
    id: idle
    required property var session

    heading: qsTr("Are you still there?")
    onDismissed: session.stay()
    CountRing {
        label: idle.session.idleSeconds
        unit: qsTr("seconds")
        value: idle.session.idleSeconds / Math.max(1, idle.session.idleTotal)
        anchors.horizontalCenter: parent.horizontalCenter
    }
    Txt {
        role: "h1"
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        text: idle.heading
        Accessible.role: Accessible.Heading
    }
    Txt {
        role: "lead"
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        color: Theme.ink2
        text: qsTr("When the time is up we close your visit and wipe your data from this screen.")
    }
    Btn {
        objectName: "idle.stay"
        big: true
        focus: true
        width: parent.width
        text: qsTr("I need more time")
        onClicked: idle.session.stay()
    }
    Btn {
        objectName: "idle.leave"
        kind: "quiet"
        anchors.horizontalCenter: parent.horizontalCenter
        text: qsTr("Finish now and wipe")
        onClicked: idle.session.leaveRequested()
    }
}
