// A newcomer is enrolled as the demonstration citizen: first what it means, then the camera.
pragma ComponentBehavior: Bound
import QtQuick
import "style"

Page {
    id: page
    required property var model
    required property url art
    readonly property string stage: model.stage
    readonly property bool asking: stage === "consent"
    readonly property bool over: stage === "done" || stage === "failed"
    readonly property var facts: [
        { icon: "camera", text: qsTr("The camera opens now and takes three pictures of your face.") },
        { icon: "lock", text: qsTr("Only numbers made from them are kept, encrypted, on this terminal. The pictures are deleted at once.") },
        { icon: "trash", text: qsTr("Staff can erase them at any time.") }
    ]

    title: asking ? qsTr("Try it as a demonstration citizen") : stage === "done" ? qsTr("You are enrolled")
        : stage === "failed" ? Texts.failure(model.failure) : stage === "opening" ? qsTr("Opening the camera…")
        : Texts.guidance(model.guidance)
    lead: asking ? qsTr("You will then go through a whole visit with made-up data about a made-up person.")
        : stage === "done" ? qsTr("Begin your visit, and choose the demonstration card when you are asked who you are.")
        : stage === "failed" ? Texts.failureStep(model.failure) : stage === "opening" ? qsTr("The light comes on with the camera.")
        : Texts.guidanceStep(model.guidance)
    split: 0.38
    act: asking ? qsTr("I agree, open the camera") : stage === "done" ? qsTr("Begin the visit")
        : stage === "failed" ? qsTr("Try again") : ""
    actName: stage === "done" ? "enrol.finish" : "enrol.agree"
    onActed: stage === "done" ? model.finish() : model.agree()
    Accessible.role: Accessible.Pane

    Column {
        visible: page.asking
        width: parent.width
        spacing: Theme.s3
        Repeater {
            model: page.facts.length
            Card {
                id: fact
                required property int index
                readonly property var said: page.facts[index]
                width: parent.width
                height: Math.max(Theme.target * 1.4, words.implicitHeight + pad * 2)
                Icon { id: sign; name: fact.said.icon; color: Theme.primary; size: Theme.icon * 1.4; anchors.verticalCenter: parent.verticalCenter }
                Txt {
                    id: words
                    role: "lead"
                    text: fact.said.text
                    anchors.left: sign.right
                    anchors.leftMargin: Theme.s4
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                }
            }
        }
    }
    Item {
        visible: page.stage === "done"
        width: parent.width
        height: visible ? page.room : 0
        Column {
            anchors.centerIn: parent
            width: parent.width
            spacing: Theme.s4
            Icon { name: "okring"; color: Theme.ok; size: Theme.mm(46); anchors.horizontalCenter: parent.horizontalCenter }
            Txt {
                role: "title"
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: qsTr("The pictures are deleted. The camera is off.")
            }
        }
    }
    FaceView {
        visible: !page.asking && page.stage !== "done"
        objectName: "enrol.view"
        width: parent.width
        height: page.room
        progress: page.stage === "done" ? 1 : page.stage === "failed" ? 0 : page.model.progress
        failed: page.stage === "failed"
        live: page.stage === "guiding"
        advice: page.stage === "failed" ? Texts.sign(page.model.failure) : page.stage === "guiding" ? Texts.sign(page.model.guidance) : ""
        tag: page.model.demonstrationCamera ? qsTr("Demonstration camera") : ""
    }
}
