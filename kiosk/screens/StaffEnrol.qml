// Enrolment: the number, the consent, then captures with live advice or pictures from a folder.
pragma ComponentBehavior: Bound
import QtQuick
import "style"

Page {
    id: page
    required property var model
    readonly property var run: model.enrol
    readonly property bool busy: run.stage === "capturing"
    property bool consent: false

    title: busy ? Texts.guidance(run.guidance ?? "") : qsTr("Enrol a citizen")
    lead: busy ? Texts.guidanceStep(run.guidance ?? "") : qsTr("First the number, then the consent, then the face.")
    showSteps: false
    split: 0.38
    backHandler: () => busy ? model.stopEnrolling() : model.openPage("home")
    backText: busy ? qsTr("Stop") : qsTr("Back")
    act: busy ? "" : qsTr("Take captures")
    actName: "staff.enrol.camera"
    actIcon: "camera"
    actEnabled: number.text.length > 0 && consent
    second: busy ? "" : qsTr("From the folder")
    secondName: "staff.enrol.pictures"
    onActed: model.enrolFromCamera(number.text, consent)
    onSeconded: model.enrolFromPictures(number.text, folder.text)
    aside: Column {
        width: parent.width
        spacing: Theme.s3
        Note {
            width: parent.width
            tone: page.run.stage === "failed" ? "danger" : page.run.stage === "done" ? "ok" : "info"
            text: page.run.stage === "failed" && page.model.message === "" ? Texts.failure(page.run.guidance ?? "")
                : page.run.stage === "done" && page.model.message === "" ? Texts.of("enrolled") : Texts.of(page.model.message)
        }
    }
    onBusyChanged: if (!busy && run.stage === "done") consent = false

    Column {
        visible: !page.busy
        width: parent.width
        height: visible ? implicitHeight : 0
        spacing: Theme.s3
        Labelled {
            width: parent.width
            label: qsTr("Citizen's number")
            Entry {
                id: number
                objectName: "staff.enrol.number"
                width: parent.width
                maximumLength: 18
                inputMethodHints: Qt.ImhSensitiveData | Qt.ImhPreferNumbers
                Accessible.name: qsTr("Citizen's number")
                onEditingFinished: page.model.enrolNumber(text)
            }
        }
        Keypad {
            width: parent.width
            flat: true
            withX: true
            keyHeight: Theme.target
            onPressed: key => number.press(key)
        }
        ChoiceCard {
            objectName: "staff.enrol.consent"
            width: parent.width
            mark: "check"
            chosen: page.consent
            text: qsTr("The citizen agrees, separately and freely")
            onClicked: page.consent = !page.consent
        }
        Labelled {
            width: parent.width
            label: qsTr("Folder of pictures")
            hint: qsTr("Only to enrol from pictures")
            Entry {
                id: folder
                objectName: "staff.enrol.folder"
                width: parent.width
                wantsKeyboard: true
                font.pixelSize: Theme.body
                Accessible.name: qsTr("Folder of pictures")
            }
        }
    }
    Item {
        visible: page.busy
        width: parent.width
        height: visible ? page.room : 0
        FaceView {
            id: view
            width: Theme.portrait ? parent.width : parent.width - quality.width - Theme.s4
            height: Theme.portrait ? parent.height - quality.implicitHeight - Theme.s4 : parent.height
            progress: page.run.progress ?? 0
        }
        Column {
            id: quality
            width: Theme.portrait ? parent.width : Theme.mm(118)
            anchors.right: parent.right
            anchors.bottom: Theme.portrait ? parent.bottom : undefined
            spacing: Theme.s2
            Txt {
                role: "h2"
                width: parent.width
                text: qsTr("Capture %1 of %2").arg(Math.min((page.run.captured ?? 0) + 1, page.run.wanted ?? 3)).arg(page.run.wanted ?? 3)
            }
            Repeater {
                model: page.run.quality ?? []
                QualityRow {
                    required property var modelData
                    width: quality.width
                    quality: modelData
                }
            }
        }
    }
}
