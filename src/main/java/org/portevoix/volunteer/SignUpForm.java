package org.portevoix.volunteer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.portevoix.mail.Contact;
import org.portevoix.web.FormBody;

/**
 * What somebody offers, as they typed it. Fields: {@code slot} (one or several ids), {@code first_name}, {@code contact} (a
 * telephone or an e-mail), {@code spoken} (codes of languages), {@code age} and {@code charter} (ticked: yes), {@code home}.
 */
record SignUpForm(FormBody body) {

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_EMAIL = 254;
    private static final Pattern EMAIL = Pattern.compile("[^\\s@,;<>\"]+@[^\\s@,;<>\"]+\\.[^\\s@,;<>\".]{2,}");
    private static final Pattern TELEPHONE = Pattern.compile("\\+?[0-9]{8,15}");
    private static final Pattern BETWEEN_DIGITS = Pattern.compile("[\\s.()/\\u00a0\\u202f-]");

    static SignUpForm blank() {
        return new SignUpForm(new FormBody(Map.of()));
    }

    String firstName() {
        return body.get("first_name").strip();
    }

    String typedContact() {
        return body.get("contact").strip();
    }

    boolean isOfAge() {
        return body.get("age").equals("yes");
    }

    boolean hasAccepted() {
        return body.get("charter").equals("yes");
    }

    /** Slug of a neighbourhood, or "". */
    String home() {
        return body.get("home");
    }

    /** The slots chosen of those that are offered, in the order of their ids: they are locked in that order. */
    List<Long> slots(MissionSlots.Offer offer) {
        if (offer.isUndated()) {
            return offer.slots().stream().map(MissionSlot::id).toList();
        }
        return offer.slots().stream()
                .filter(slot -> body.all("slot").contains(String.valueOf(slot.id())))
                .map(MissionSlot::id)
                .sorted()
                .toList();
    }

    /** Codes of the languages ticked, of those that are offered. */
    List<String> spoken(List<String> offered) {
        return offered.stream().filter(body.all("spoken")::contains).toList();
    }

    /** How to reach them, telephone numbers without what stands between their digits; {@link #errors} says that it can be read. */
    Contact contact(String language) {
        String typed = typedContact();
        return typed.contains("@")
                ? new Contact(Contact.Kind.EMAIL, typed, language)
                : new Contact(Contact.Kind.TELEPHONE, digits(typed), language);
    }

    /** Field to message key, in the order of the form; empty when all is well. */
    Map<String, String> errors(Mission mission, MissionSlots.Offer offer) {
        var errors = new LinkedHashMap<String, String>();
        if (slots(offer).isEmpty() && !offer.isUndated()) {
            errors.put("slot", "volunteer.error.slot");
        }
        if (firstName().isEmpty()) {
            errors.put("first_name", "volunteer.error.first_name");
        } else if (firstName().length() > LONGEST_NAME) {
            errors.put("first_name", "volunteer.error.first_name_long");
        }
        if (typedContact().isEmpty()) {
            errors.put("contact", "volunteer.error.contact");
        } else if (!isReadable(typedContact())) {
            errors.put("contact", "volunteer.error.contact_unreadable");
        }
        if (mission.minimumAge() != null && !isOfAge()) {
            errors.put("age", "volunteer.error.age");
        }
        if (!hasAccepted()) {
            errors.put("charter", "volunteer.error.charter");
        }
        return errors;
    }

    /** All that was answered, on one line each: the same words with the same key are the same sign-up. */
    String answers(List<Long> slotIds, List<String> languages) {
        return String.join(
                "\n",
                String.valueOf(slotIds),
                firstName(),
                typedContact().toLowerCase(Locale.ROOT),
                String.join(" ", languages),
                home());
    }

    private static boolean isReadable(String contact) {
        return contact.contains("@")
                ? contact.length() <= LONGEST_EMAIL && EMAIL.matcher(contact).matches()
                : TELEPHONE.matcher(digits(contact)).matches();
    }

    private static String digits(String contact) {
        return BETWEEN_DIGITS.matcher(contact).replaceAll("");
    }
}
