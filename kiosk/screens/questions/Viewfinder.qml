// What the camera sees, counted down and taken; then the picture that may be kept.
import QtQuick
import Atrium.Frames
import "../style"

Item {
    id: finder
    property var now: ({}) // what is being attached
    readonly property string stage: now.stage ?? ""
    readonly property int count: now.count ?? 0
    readonly property bool taken: stage === "taken"

    Accessible.role: Accessible.Graphic
    Accessible.name: taken ? qsTr("The photo you took") : stage === "live" ? qsTr("Camera is on") : qsTr("Camera is off")
    Rectangle {
        anchors.fill: parent
        color: Theme.sunken
        border.width: Theme.hair
        border.color: Theme.lineStrong
    }
    FrameItem {
        visible: !finder.taken
        anchors.fill: parent
        anchors.margins: Theme.hair
        source: finder.visible ? "identity" : ""
        whole: true
        fillColor: Theme.sunken
    }
    Image {
        visible: finder.taken
        anchors.fill: parent
        anchors.margins: Theme.hair
        source: finder.taken ? "image://taken/" + finder.now.number : ""
        fillMode: Image.PreserveAspectFit
        cache: false
    }
    CameraTag {
        visible: !finder.taken
        live: finder.stage === "live"
        tag: finder.stage === "opening" ? qsTr("The camera is opening…") : ""
        anchors.horizontalCenter: parent.horizontalCenter
        y: Theme.s2
    }
    Rectangle {
        visible: finder.count > 0
        width: Theme.mm(52)
        height: width
        radius: width / 2
        anchors.centerIn: parent
        color: Theme.primary
        border.width: Theme.thick
        border.color: Theme.primaryInk
        Txt {
            anchors.centerIn: parent
            role: "display"
            text: finder.count
            color: Theme.primaryInk
        }
    }
    Card { // said where one looks
        visible: finder.stage === "live" && finder.count === 0
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.s3
        width: Math.min(parent.width - Theme.s3 * 2, hint.implicitWidth + pad * 2)
        height: hint.implicitHeight + pad * 2
        pad: Theme.s2
        edge: Theme.lineStrong
        Txt {
            id: hint
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            bold: true
            text: qsTr("Hold it flat and still, so that it fills the picture.")
        }
    }
}
