// The code of answers that were kept.
pragma ComponentBehavior: Bound
import QtQuick
import "style"

Page {
    id: page
    required property var model
    required property url art
    readonly property string failure: model.error ? Texts.filled(model.error, model.limit) : ""

    title: qsTr("Go on with kept answers")
    lead: model.service
    showSteps: false
    act: model.waiting ? qsTr("Looking…") : qsTr("Go on")
    actName: "resume.submit"
    actEnabled: !model.waiting && code.text.trim() !== ""
    headingFocus: false
    Component.onCompleted: code.forceActiveFocus(Qt.OtherFocusReason)
    onActed: model.submit(code.text)
    onFailureChanged: if (failure) { // what is typed next takes its place
        code.forceActiveFocus(Qt.OtherFocusReason)
        code.selectAll()
    }
    Labelled {
        width: parent.width
        label: qsTr("Your code")
        hint: qsTr("Eight letters and digits, such as ABCD-EFGH")
        error: page.failure
        Entry {
            id: code
            objectName: "resume.code"
            focus: true
            width: parent.width
            wantsKeyboard: true
            wrong: page.failure !== ""
            maximumLength: 12
            font.capitalization: Font.AllUppercase
            inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText | Qt.ImhLatinOnly | Qt.ImhUppercaseOnly
            Accessible.name: qsTr("Your code")
            description: page.failure
            Keys.onReturnPressed: if (page.actEnabled) page.model.submit(text)
        }
    }
}
