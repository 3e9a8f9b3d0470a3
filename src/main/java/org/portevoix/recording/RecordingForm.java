package org.portevoix.recording;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.portevoix.language.Languages;
import org.portevoix.language.Messages;
import org.portevoix.web.UploadedForm;

/** A voice as it was sent: in which language, the file, what it says in a line, and that the one who speaks agrees. */
record RecordingForm(String language, String shortText, boolean hasConsent, byte[] file) {

    private static final int LONGEST_TEXT = 300;

    static RecordingForm of(UploadedForm body) {
        return new RecordingForm(
                body.fields().get("language"),
                body.fields().get("short_text").strip().replaceAll("\\s+", " "),
                !body.fields().get("consent").isEmpty(),
                body.file("file"));
    }

    static RecordingForm blank(String language) {
        return new RecordingForm(language, "", false, new byte[0]);
    }

    /** The same, of its first three minutes. */
    RecordingForm trimmed(byte[] beginning) {
        return new RecordingForm(language, shortText, hasConsent, beginning);
    }

    /** Field to the message's key; in the order of the form. */
    Map<String, String> errors(Languages languages, Messages messages, Optional<Sound> sound) {
        Map<String, String> errors = new LinkedHashMap<>();
        if (languages.find(language).isEmpty()) {
            errors.put("language", "recording.desk.error.language");
        }
        if (file.length == 0) {
            errors.put("file", "recording.desk.error.no_file");
        } else if (sound.isEmpty()) {
            errors.put("file", "recording.desk.error.no_sound");
        } else if (file.length > Sound.MOST_BYTES) {
            errors.put("file", "recording.desk.error.too_big");
        }
        if (shortText.length() > LONGEST_TEXT) {
            errors.put("short_text", "recording.desk.error.text_too_long");
        } else if (shortText.isEmpty() && !messages.speaks(language)) {
            errors.put("short_text", "recording.desk.error.no_text");
        }
        if (!hasConsent) {
            errors.put("consent", "recording.desk.error.no_consent");
        }
        return errors;
    }
}
