// Enrolment: the number, the consent, then captures with live advice or pictures from a folder.
pragma ComponentBehavior: Bound
import QtQuick
import "style"

Page {
    id: page
    required property var model
    readonly property var run: model.enrol
    readonly property bool busy: run.stage === "capturing"
    readonly property bool duplicate: run.stage === "failed" && run.guidance === "duplicate"
    property bool consent: false

    title: busy ? Texts.guidance(run.guidance ?? "") : duplicate ? Texts.failure("duplicate") : qsTr("Enrol a citizen")
    lead: busy ? Texts.guidanceStep(run.guidance ?? "") : duplicate ? qsTr("A member of staff decides.") : qsTr("First the number, then the consent, then the face.")
    showSteps: false
    split: 0.38
    backHandler: () => busy ? model.stopEnrolling() : model.openPage("home")
    backText: busy ? qsTr("Stop") : qsTr("Back")
    act: busy ? "" : duplicate ? qsTr("Do not enrol") : qsTr("Take captures")
    actName: duplicate ? "staff.enrol.cancel" : "staff.enrol.camera"
    actIcon: duplicate ? "x" : "camera"
    actEnabled: duplicate || (number.text.length > 0 && consent)
    second: busy ? "" : duplicate ? qsTr("Two people: enrol anyway") : qsTr("From the folder")
    secondName: duplicate ? "staff.enrol.anyway" : "staff.enrol.pictures"
    onActed: duplicate ? model.stopEnrolling() : model.enrolFromCamera(number.text, consent)
    onSeconded: duplicate ? model.enrolAnyway() : model.enrolFromPictures(number.text, folder.text)
    aside: Column {
        width: parent.width
        spacing: Theme.s3
        Note {
            width: parent.width
            visible: text !== "" && !page.duplicate
            tone: page.run.stage === "failed" ? "danger" : page.run.stage === "done" ? "ok" : "info"
            iconName: page.run.stage === "failed" ? Texts.sign(page.run.guidance ?? "") : page.run.stage === "done" ? "okring" : "info"
            text: page.run.stage === "failed" && page.model.message === "" ? Texts.failure(page.run.guidance ?? "")
                : page.run.stage === "done" && page.model.message === "" ? Texts.of("enrolled") : Texts.of(page.model.message)
        }
    }
    onBusyChanged: if (!busy && run.stage === "done") consent = false

    Item { // the same face under two numbers: people decide, not the terminal
        visible: page.duplicate
        width: parent.width
        height: visible ? page.room : 0
        Column {
            anchors.centerIn: parent
            width: parent.width
            spacing: Theme.s4
            Icon { name: "see_same"; color: Theme.primary; size: Theme.mm(64); anchors.horizontalCenter: parent.horizontalCenter }
            Note {
                objectName: "staff.enrol.duplicate"
                width: parent.width
                tone: "warn"
                text: qsTr("Much like the face of reference %1").arg(page.run.other ?? "")
                detail: qsTr("Compare the card and the person. Enrol only if you are sure that they are two people. What you decide is recorded.")
            }
        }
    }
    Column {
        visible: !page.busy && !page.duplicate
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
            advice: Texts.sign(page.run.guidance ?? "")
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
