// One capture: the oval, what to do, and always another way.
pragma ComponentBehavior: Bound
import QtQuick
import "style"

Page {
    id: page
    required property var model
    required property url art
    readonly property bool failed: model.stage === "failed"
    readonly property bool asked: (model.challenge.kind ?? "") !== "" && model.stage === "guiding"

    title: failed ? Texts.failure(model.failure) : asked ? Texts.asking(model.challenge.kind) : model.stage === "opening" ? qsTr("Opening the camera…")
        : model.stage === "deciding" ? qsTr("Comparing…") : Texts.guidance(model.guidance)
    lead: failed ? Texts.failureStep(model.failure) : asked ? Texts.askingStep(model.challenge.kind) : model.stage === "opening" ? qsTr("The light comes on with the camera.")
        : model.stage === "deciding" ? qsTr("You can relax now. It takes a moment.") : Texts.guidanceStep(model.guidance)
    split: 0.38
    wash: model.light !== "" ? model.light : "transparent"
    backHandler: () => model.stop()
    backText: qsTr("Stop")
    act: failed && canRetry ? qsTr("Try again") : qsTr("Use another way")
    actName: failed && canRetry ? "face.retry" : "face.otherWay"
    actKind: failed ? "primary" : "secondary"
    actEnabled: !(failed && canRetry && model.waitSeconds > 0)
    readonly property bool canRetry: model.triesLeft > 0
    second: failed && canRetry ? qsTr("Use another way") : ""
    secondName: "face.otherWay"
    secondKind: failed ? "primary" : "secondary"
    onActed: failed && canRetry ? model.retry() : model.otherWay()
    onSeconded: model.otherWay()
    Accessible.role: Accessible.Pane
    aside: FaceNotes { visible: !Theme.portrait; width: parent.width; model: page.model }

    FaceView {
        objectName: "face.view"
        width: parent.width
        height: page.room - (Theme.portrait ? notes.implicitHeight + Theme.s3 : 0)
        progress: page.failed ? 0 : page.model.stage === "deciding" ? 1 : page.model.progress
        failed: page.failed
        live: page.model.stage === "guiding" || page.model.stage === "deciding"
        ask: page.asked ? page.model.challenge : ({})
        wash: page.wash
        advice: page.failed ? Texts.sign(page.model.failure) : page.model.stage === "guiding" ? Texts.sign(page.model.guidance) : ""
        tag: page.model.demonstrationCamera ? qsTr("Demonstration camera") : ""
    }
    FaceNotes {
        id: notes
        visible: Theme.portrait
        anchors.bottom: parent.bottom
        width: parent.width
        model: page.model
    }
}
