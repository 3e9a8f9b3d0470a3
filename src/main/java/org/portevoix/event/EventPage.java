package org.portevoix.event;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portevoix.actionsheet.ActionSheets;
import org.portevoix.language.TextsRead;
import org.portevoix.language.Translated;
import org.portevoix.web.TelephoneLink;
import tools.jackson.databind.node.ObjectNode;

/**
 * One session of an event, with the other days on which it is held.
 *
 * @param form to register; null where one can't
 * @param notice message of what went wrong with the whole form, null when nothing did
 */
record EventPage(
        SessionCard card,
        EventSession session,
        TextsRead texts,
        boolean isOver,
        List<SessionCard> others,
        ActionSheets.@Nullable Link action,
        @Nullable RegistrationFormView form,
        @Nullable String notice,
        More more) {

    /**
     * What is told beyond the session.
     *
     * @param repeat in words; null where it does not come back by a rule
     * @param asks what was asked at the edition before, with what answers it
     * @param heads of an edition that is over and has its report
     * @param previous the edition before, while this one is to come
     * @param next the edition after, once this one is over
     * @param schema for search engines; null of a sensitive event
     */
    record More(
            @Nullable String repeat,
            List<Programme.Part> programme,
            List<Events.Ask> asks,
            List<Editions.Heads> heads,
            Editions.@Nullable Beside previous,
            Editions.@Nullable Beside next,
            @Nullable ObjectNode schema) {

        boolean hasAsked() {
            return previous != null || !asks.isEmpty();
        }

        int people() {
            return heads.stream().mapToInt(Editions.Heads::people).sum();
        }
    }

    @Nullable
    Translated transport() {
        return session.isSensitive() ? null : texts.find(session.transportText());
    }

    /** For those who work: in the evening, or at the weekend. */
    boolean isOutsideWork() {
        return session.isEvening() || session.isWeekend();
    }

    boolean hasQuietRoom() {
        return session.hasQuietRoom();
    }

    List<String> interpreters() {
        return session.interpreterCodes();
    }

    /** What was said and asked; null before the end, and where nobody has written it. */
    @Nullable
    Translated report() {
        return isOver ? texts.find(session.reportText()) : null;
    }

    /** Null where it is told to those who registered alone. */
    @Nullable
    String address() {
        return session.isSensitive() ? null : session.address();
    }

    @Nullable
    Translated access() {
        return session.isSensitive() ? null : texts.find(session.accessText());
    }

    boolean isFull() {
        return session.isFull();
    }

    @Nullable
    Translated price() {
        return texts.find(session.priceText());
    }

    @Nullable
    Translated bring() {
        return texts.find(session.bringText());
    }

    @Nullable
    Translated reason() {
        return texts.find(session.reasonText());
    }

    List<String> languages() {
        return session.languageCodes();
    }

    boolean isStepFree() {
        return session.isStepFree();
    }

    boolean hasChildCare() {
        return session.hasChildCare();
    }

    boolean hasSignLanguage() {
        return session.hasSignLanguage();
    }

    @Nullable
    Integer places() {
        return session.places();
    }

    /** After the contract's own address. */
    String posterPath() {
        return session.path();
    }

    boolean isSensitive() {
        return session.isSensitive();
    }

    @Nullable
    String telephone() {
        return session.telephone();
    }

    @Nullable
    String telephoneLink() {
        return TelephoneLink.find(session.telephone());
    }
}
