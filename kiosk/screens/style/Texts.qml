pragma Singleton
// Every sentence that the rest of the product names by an id, in the language of the session.
import QtQuick

QtObject {
    // words of the visit
    readonly property var words: ({
            // steps
            "step_language": qsTr("Language and voice"),
            "step_consent": qsTr("Your choice"),
            "step_who": qsTr("Who you are"),
            "step_face": qsTr("Face check"),
            "step_pin": qsTr("PIN"),
            "step_phone": qsTr("Phone"),
            "step_check": qsTr("Check your answers"),
            // ways
            "way_type_number": qsTr("Type a number"),
            "way_type_number_note": qsTr("Your identity card number, 18 characters"),
            "way_demo_card": qsTr("Demonstration card"),
            "way_demo_card_note": qsTr("Go on as the demonstration citizen"),
            "way_staff": qsTr("I have nothing with me"),
            "way_staff_note": qsTr("A member of staff will help you"),
            // places
            "entrance": qsTr("Entrance"),
            "desk": qsTr("Information desk"),
            "hall": qsTr("Service hall"),
            // who
            "number_invalid": qsTr("Enter all 18 characters as they are on your card"),
            "number_unknown": qsTr("We do not know this number. Check it, or ask staff for help."),
            "service_unreachable": qsTr("This cannot be checked now. Try again, or ask staff for help."),
            "ask_staff": qsTr("Please speak to a member of staff at the information desk."),
            // PIN
            "pin_wrong": qsTr("This PIN is not right. Try again."),
            "pin_short": qsTr("Enter all six digits"),
            "pin_locked": qsTr("Too many tries. Please wait."),
            // troubles
            "trouble_identity": qsTr("The camera service is starting again. You can use another way now."),
            "trouble_hall": qsTr("The hall is being opened again. All services are in the list."),
            "trouble_backend": qsTr("The departments cannot be reached. What you send is kept safe here and goes on by itself."),
            "trouble_courier": qsTr("Sending has paused for a moment. Nothing is lost."),
            "trouble_disk": qsTr("This terminal has no room left. Please use another one or ask staff."),
            "trouble_clock": qsTr("This terminal's clock is wrong. Please ask staff."),
            "network_down": qsTr("The network is down. What you send is kept safe here and goes on by itself."),
            "rejected_by_department": qsTr("Something in the application does not fit. Ask a member of staff; nothing else was sent."),
            // short messages
            "saved": qsTr("Saved on this terminal"),
            "received": qsTr("Received by the department"),
            "language_changed": qsTr("The language has changed"),
            "settings_saved": qsTr("Settings saved"),
            "enrolled": qsTr("Enrolled"),
            "erased": qsTr("Erased"),
            "erased_unproved": qsTr("Erased, but the receipt does not check. Ask who runs this terminal."),
            "not_enrolled_here": qsTr("Nobody is enrolled under this reference any more"),
            "thanks": qsTr("Thank you for your rating"),
            "rating_failed": qsTr("Your rating could not be sent"),
            // printer
            "printer_paper": qsTr("The printer is out of paper. Ask staff, or photograph the code."),
            "printer_jam": qsTr("Paper is stuck in the printer. Ask staff, or photograph the code."),
            "printer_off": qsTr("The printer is switched off or not connected. You can photograph the code instead."),
            "printer_not_yet": qsTr("The receipt can be printed once the department has received your application."),
            "printer_failed": qsTr("The receipt could not be printed. You can photograph the code instead."),
            // rating
            "clear": qsTr("Clear words"),
            "quick": qsTr("Quick"),
            "friendly": qsTr("Helpful"),
            "easy_to_find": qsTr("Easy to find"),
            "unclear": qsTr("Hard to understand"),
            "slow": qsTr("Slow"),
            "unfriendly": qsTr("Not helpful"),
            "hard_to_find": qsTr("Hard to find"),
            // attaching
            "file_too_large": qsTr("This file is too large: at most %1"),
            "file_too_large_step": qsTr("Choose a smaller file, or photograph the paper."),
            "file_wrong_kind": qsTr("This kind of file is not taken here: %1"),
            "file_wrong_kind_step": qsTr("Choose another file, or ask a member of staff."),
            "file_other_content": qsTr("What is in this file is not what its name says"),
            "file_other_content_step": qsTr("It may be damaged. Save it again and choose it once more, or choose another file."),
            "file_empty": qsTr("This file is empty"),
            "file_empty_step": qsTr("Choose another file."),
            "file_unreadable": qsTr("This file cannot be read"),
            "file_unreadable_step": qsTr("Take the stick out, put it in again and try once more."),
            "no_stick": qsTr("No USB stick was found"),
            "no_stick_step": qsTr("Put it in, wait a moment and try again."),
            "photo_no_camera": qsTr("The camera does not answer"),
            "photo_no_camera_step": qsTr("Wait a moment and try again, or ask a member of staff."),
            "photo_too_large": qsTr("The photo is too large: at most %1"),
            "photo_too_large_step": qsTr("Please ask a member of staff."),
            "not_kept": qsTr("This could not be kept on this terminal"),
            "not_kept_step": qsTr("Try again, or ask a member of staff."),
            // kept answers
            "draft_not_kept": qsTr("Your answers could not be kept now. Try again in a moment."),
            "draft_mistyped": qsTr("This is no code. Check each sign; the code has eight."),
            "draft_unknown": qsTr("We find no answers under this code. Tries left: %1"),
            "draft_locked": qsTr("There were too many tries. Try again later, or start anew."),
            "draft_other": qsTr("This code belongs to another service: %1"),
            "draft_damaged": qsTr("These answers cannot be opened any more. Please start anew."),
            // staff
            "staff_pin_wrong": qsTr("This PIN is not right"),
            "staff_locked": qsTr("Too many wrong tries"),
            "number_missing": qsTr("Enter the citizen's number first"),
            "consent_missing": qsTr("Record the citizen's consent first"),
            "folder_missing": qsTr("There is no such folder, or no pictures in it"),
            "not_saved": qsTr("The settings were not saved"),
            "already_enrolled": qsTr("This citizen is enrolled already; a new enrolment replaces the old one"),
            // settings
            "setting_language": qsTr("Language at the start"),
            "setting_hall_theme": qsTr("How the hall looks"),
            "hall_theme_day": qsTr("By day"),
            "hall_theme_evening": qsTr("In the evening"),
            "hall_theme_festival": qsTr("For a feast"),
            "hall_theme_automatic": qsTr("By the hour"),
            "setting_camera": qsTr("Camera"),
            "setting_one_in": qsTr("A stranger passes at most 1 time in"),
            "setting_liveness": qsTr("Check for a live person"),
            "setting_idle_seconds": qsTr("Ask after so many quiet seconds"),
            "setting_screen_light": qsTr("Look for the screen's light on the face"),
            "setting_phone_approval": qsTr("Approve with a phone"),
            "setting_verify_timeout_s": qsTr("Longest face check, in seconds"),
            "setting_models_folder": qsTr("Folder of further models"),
            "setting_candidate_search": qsTr("Propose whom a picture shows"),
            "setting_search_server": qsTr("Search server shared with other terminals"),
            "setting_district": qsTr("District of this terminal"),
            "setting_print_folder": qsTr("Folder to print into as PDF"),
            "setting_files_folder": qsTr("Where USB sticks appear"),
            "setting_demonstration": qsTr("Offer the demonstration citizen"),
            "language_zh_CN": "简体中文",
            "language_en": "English",
            "setting_voice": qsTr("Voice at the start"),
            "setting_printer": qsTr("Printer"),
            "setting_kiosk": qsTr("Full screen"),
            "setting_open_until": qsTr("Open until"),
            "liveness_none": qsTr("Off"),
            "liveness_passive": qsTr("Always"),
            "liveness_passive_and_challenge": qsTr("Always, and ask for movements"),
            "liveness_automatic": qsTr("With its models, else ask for movements"),
            // readiness
            "camera": qsTr("Camera"),
            "light": qsTr("Light"),
            "models": qsTr("Face models"),
            "detector": qsTr("Face detector"),
            "engine": qsTr("Face comparison"),
            "liveness": qsTr("Check for a live person"),
            "recognition": qsTr("Face recognition"),
            "gallery": qsTr("Enrolled faces"),
            "secrets": qsTr("Key store"),
            "printer": qsTr("Printer"),
            "network": qsTr("Network"),
            "backend": qsTr("Departments"),
            "courier": qsTr("Sending"),
            "outbox": qsTr("Waiting to be sent"),
            "clock": qsTr("Clock"),
            "audit": qsTr("Record of what staff did"),
            "disk": qsTr("Disk space"),
            "identity": qsTr("Identity process"),
            "hall_renderer": qsTr("Hall picture"),
            "vault_system_key_store": qsTr("Kept by the system's key store"),
            "vault_passphrase": qsTr("Sealed under a passphrase"),
            "vault_machine_bound": qsTr("Only bound to this machine: set a passphrase or a key store"),
            // quality
            "eye_distance": qsTr("Distance between the eyes"),
            "exposure": qsTr("Light on the face"),
            "sharpness": qsTr("Sharpness"),
            "pose": qsTr("Head straight"),
            "occlusion": qsTr("Nothing covers the face"),
            "expression": qsTr("Calm expression"),
            "contrast": qsTr("Contrast"),
            "head_size": qsTr("Size of the face"),
            "centring": qsTr("Middle of the picture")
        })

    // one cause, one message, one next step: while the camera looks
    readonly property var guiding: ({
            "": [qsTr("Look at the camera"), qsTr("Put your face in the oval.")],
            "ready": [qsTr("Good. Stay like this."), qsTr("It takes a moment.")],
            "hold_still": [qsTr("Good. Hold still."), qsTr("It takes a moment.")],
            "no_face": [qsTr("Look at the camera"), qsTr("Put your face in the oval.")],
            "several_faces": [qsTr("One person at a time, please"), qsTr("Others, please step aside for a moment.")],
            "too_far": [qsTr("Come closer"), qsTr("Fill the oval with your face.")],
            "too_near": [qsTr("Move back a little"), qsTr("Your whole face should be in the oval.")],
            "off_centre": [qsTr("Move into the oval"), qsTr("Your face should be in the middle.")],
            "turned": [qsTr("Look straight ahead"), qsTr("Turn your face to the camera.")],
            "tilted": [qsTr("Hold your head upright"), qsTr("Both eyes at the same height.")],
            "dark": [qsTr("It is too dark"), qsTr("Turn your face to the light.")],
            "bright": [qsTr("It is too bright"), qsTr("Turn away from the strong light.")],
            "glare": [qsTr("There is a reflection"), qsTr("Lower your head a little, or take off your glasses.")],
            "low_contrast": [qsTr("The light is poor"), qsTr("Turn your face to the light.")],
            "uneven_light": [qsTr("The light comes from one side"), qsTr("Turn your face to the light.")],
            "blurred": [qsTr("Hold still"), qsTr("The picture is blurred.")],
            "eyes_shut": [qsTr("Open your eyes"), qsTr("Look at the camera.")],
            "eyes_closed": [qsTr("Open your eyes"), qsTr("Look at the camera.")],
            "covered": [qsTr("Show your whole face"), qsTr("Take off mask, sunglasses or hat, if you can.")],
            "occluded": [qsTr("Show your whole face"), qsTr("Take off mask, sunglasses or hat, if you can.")],
            "expression": [qsTr("Look calm"), qsTr("Close your mouth and look at the camera.")],
            "still_picture": [qsTr("Move a little"), qsTr("The picture does not change.")],
            "no_camera": [qsTr("The camera does not answer"), qsTr("Wait a moment, or use another way.")]
        })

    // what a face check asks for; left and right are the person's own
    readonly property var asked: ({
            "turn_left": [qsTr("Turn your head to the left"), qsTr("Slowly, a little is enough. Then look straight ahead again.")],
            "turn_right": [qsTr("Turn your head to the right"), qsTr("Slowly, a little is enough. Then look straight ahead again.")],
            "nod": [qsTr("Nod once"), qsTr("Lower your chin slowly, then raise it again.")],
            "come_closer": [qsTr("Come a little closer"), qsTr("Bring your face towards the screen, then go back.")],
            "blink": [qsTr("Blink"), qsTr("Shut both eyes for a moment, then open them.")],
            "light": [qsTr("Look straight ahead"), qsTr("The screen shines in soft colours for a moment.")]
        })

    // why a capture ended without a match
    readonly property var failing: ({
            "no_match": [qsTr("We could not match your face"), qsTr("It happens. Try again with more light on your face, or use another way.")],
            "spoof_suspected": [qsTr("We could not see a live person"), qsTr("Show your own face, not a picture or a screen, or use another way.")],
            "challenge_failed": [qsTr("We could not follow the movement"), qsTr("It happens. Move slowly, one movement at a time, or use another way.")],
            "challenge_late": [qsTr("The time for the movement ran out"), qsTr("No harm done. Try again at your own pace, or use another way.")],
            "light_failed": [qsTr("We could not see the light on your face"), qsTr("Turn away from strong light and come a little closer, or use another way.")],
            "quality": [qsTr("The picture was not clear enough"), qsTr("Look straight ahead with light on your face, and try again.")],
            "no_face": [qsTr("We did not see a face"), qsTr("Stand in front of the camera and try again.")],
            "several_faces": [qsTr("We saw more than one face"), qsTr("Try again alone in front of the camera.")],
            "timeout": [qsTr("It took too long"), qsTr("Try again, or use another way.")],
            "no_camera": [qsTr("The camera does not answer"), qsTr("Use another way, or call staff.")],
            "not_enrolled": [qsTr("No face is stored for you here"), qsTr("Use another way now. Staff can enrol you if you wish.")],
            "locked": [qsTr("The face check is paused"), qsTr("There were too many tries. Wait, or use another way.")],
            "cancelled": [qsTr("The face check was stopped"), qsTr("Try again, or use another way.")],
            "interrupted": [qsTr("The face check was interrupted"), qsTr("Try again, or use another way.")],
            "duplicate": [qsTr("This face seems to be enrolled already"), qsTr("A member of staff decides what to do. Please ask for help.")],
            "models_missing": [qsTr("The face check is not available now"), qsTr("A part of it is not installed. Use another way; it gives you the same services.")],
            "unreadable_picture": [qsTr("A picture cannot be read"), qsTr("Use JPEG or PNG pictures.")],
            "different_people": [qsTr("The pictures show different people"), qsTr("Use pictures of one person only.")],
            "busy": [qsTr("The camera is in use"), qsTr("Wait a moment and try again, or use another way.")],
            "internal": [qsTr("The face check did not work"), qsTr("Try again, or use another way; it gives you the same services.")],
            "gallery_unreadable": [qsTr("The face check is not available now"), qsTr("Staff must look after this terminal. Use another way; it gives you the same services.")],
            "not_allowed": [qsTr("This terminal does not search by face"), qsTr("Whoever runs it may allow that in the settings.")],
            "search_unavailable": [qsTr("Enrolled faces cannot be searched now"), qsTr("Try again later, or check the search server in the settings.")],
            "restarted": [qsTr("The face check was interrupted"), qsTr("Try again, or use another way.")],
            "bad_request": [qsTr("The camera or the pictures cannot be read"), qsTr("Check the camera in the settings, or the folder.")],
            "unavailable": [qsTr("The face check is not available now"), qsTr("Use another way; it gives you the same services.")]
        })

    // the same without words: an icon for each piece of advice and each way a capture can end
    readonly property var signs: ({
            "": "see_face", "ready": "", "hold_still": "", "no_face": "see_face", "several_faces": "see_one",
            "too_far": "ask_come_closer", "too_near": "see_back", "off_centre": "see_centre", "turned": "see_straight",
            "tilted": "see_upright", "dark": "see_more_light", "bright": "see_less_light", "glare": "see_less_light",
            "low_contrast": "see_more_light", "uneven_light": "see_even_light", "blurred": "see_still",
            "eyes_shut": "see_open_eyes", "eyes_closed": "see_open_eyes", "covered": "see_face", "occluded": "see_face",
            "expression": "see_face", "still_picture": "see_face", "no_camera": "camera", "camera": "camera",
            "no_match": "see_two", "spoof_suspected": "see_face", "challenge_failed": "see_straight",
            "challenge_late": "clock", "light_failed": "see_less_light", "quality": "see_even_light",
            "timeout": "clock", "not_enrolled": "user", "locked": "lock", "duplicate": "see_same",
            "different_people": "see_two", "unreadable_picture": "doc"
        })

    function sign(id: string): string { return signs[id] !== undefined ? signs[id] : "alert" }
    function of(id: string): string { return words[id] !== undefined ? words[id] : id }
    function filled(id: string, value: string): string { // with a value where the words have a place for it
        const text = of(id)
        return text.indexOf("%1") < 0 ? text : text.arg(value)
    }
    function guidance(id: string): string { return (guiding[id] || guiding[""])[0] }
    function guidanceStep(id: string): string { return (guiding[id] || guiding[""])[1] }
    function asking(kind: string): string { return (asked[kind] || guiding[""])[0] }
    function askingStep(kind: string): string { return (asked[kind] || guiding[""])[1] }
    function failure(id: string): string { return (failing[id] || failing["unavailable"])[0] }
    function failureStep(id: string): string { return (failing[id] || failing["unavailable"])[1] }
    function rating(level: int): string {
        return ["", qsTr("Very poor"), qsTr("Poor"), qsTr("Fair"), qsTr("Good"), qsTr("Very good")][level]
    }
    function counter(of: var): string { // everything about a counter but its name
        const parts = [queue(of)]
        if (of.mine) parts.push(qsTr("Your application is here"))
        if (of.side) parts.push(where(of.side, of.metres))
        return parts.join(qsTr(". ", "between two sentences"))
    }
    function queue(of: var): string {
        return of.state === "closed" ? qsTr("Clerk back in about %1 min").arg(of.minutes) : waiting(of.waiting, of.minutes)
    }
    function where(side: string, metres: int): string {
        return ({
                "ahead": qsTr("%1 m ahead"),
                "left": qsTr("%1 m to the left"),
                "right": qsTr("%1 m to the right"),
                "behind": qsTr("%1 m behind you")
            })[side].arg(metres)
    }
    function thing(row: var): string { // something in the hall by its name
        if (row.number > 0) return qsTr("Counter %1, %2").arg(row.number).arg(row.name)
        return row.name || of(row.id)
    }
    function surroundings(place: string, arrived: bool, ahead: var): string {
        const near = ahead.map(row => qsTr("%1: %2.").arg(thing(row)).arg(where(row.side, row.metres)))
        const here = (arrived ? qsTr("You have arrived: %1.") : qsTr("You are at: %1.")).arg(place)
        return [here, ...near].join(" ")
    }
    function waiting(people: int, minutes: int): string {
        return people <= 0 ? qsTr("No queue") : qsTr("%1 waiting · about %2 min").arg(people).arg(minutes)
    }
}
