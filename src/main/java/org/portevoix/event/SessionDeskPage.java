package org.portevoix.event;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portevoix.language.Translated;

/**
 * A session at the desk, with all who registered.
 *
 * @param programme the parts that one registers for, with what is taken
 * @param isCounted whether heads were counted, which stands for all presences
 * @param hasBegun whether somebody may be marked as present
 * @param done what was just done, or ""
 * @param errors field to message key
 */
record SessionDeskPage(
        String contract,
        EventSession session,
        String title,
        @Nullable Translated reason,
        String date,
        String hours,
        List<Line> confirmed,
        List<Line> waiting,
        List<Programme.Part> programme,
        boolean isCounted,
        boolean hasBegun,
        boolean mayChange,
        boolean mayEnter,
        Entering entering,
        RegistrationFormView form,
        String done,
        Map<String, String> errors) {

    private static final Set<String> DONE =
            Set.of("appel", "inscription", "modification", "nombre", "presences", "retrait", "seance");

    String path() {
        return session.path();
    }

    String slug() {
        return session.slug();
    }

    boolean isOn() {
        return session.isOn();
    }

    boolean isSensitive() {
        return session.isSensitive();
    }

    String state() {
        return session.sessionState();
    }

    @Nullable
    Integer places() {
        return session.places();
    }

    int taken() {
        return session.takenPlaces();
    }

    int waitingPeople() {
        return waiting.stream().mapToInt(Line::people).sum();
    }

    boolean isEmpty() {
        return confirmed.isEmpty() && waiting.isEmpty();
    }

    boolean isMarkable() {
        return session.isOn() && hasBegun && !isCounted && !confirmed.isEmpty();
    }

    /** Those who have to be called. */
    List<Line> calls() {
        return Stream.concat(confirmed.stream(), waiting.stream())
                .filter(line -> line.toCall() != null)
                .toList();
    }

    boolean hasCalls() {
        return !calls().isEmpty();
    }

    boolean hasErrors() {
        return !errors.isEmpty();
    }

    boolean isDone() {
        return DONE.contains(done);
    }

    /**
     * A party.
     *
     * @param contact e-mail address or telephone number; "" where there is none
     * @param parts of the programme, that it chose
     * @param toCall what is to be said by telephone, as in {@link Call}; null where nothing is
     */
    record Line(
            long id,
            int number,
            String firstName,
            int people,
            String contact,
            @Nullable String interpreter,
            boolean needsChildCare,
            boolean needsStepFree,
            String language,
            String receivedOn,
            @Nullable String toCall,
            boolean isPresent,
            List<String> parts) {}

    /**
     * The form by which the team registers somebody, with what was typed.
     *
     * @param channel by which they asked: PHONE or MEETING
     * @param code of the one registered just before, to be read out; null where there was none
     */
    record Entering(
            RegistrationForm form,
            String formKey,
            String channel,
            String language,
            @Nullable String code) {

        boolean isByPhone() {
            return channel.equals("PHONE");
        }
    }
}
