package org.portevoix.event;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portevoix.language.TextsRead;
import org.portevoix.language.Translated;

/**
 * What the receipt of a registration shows.
 *
 * @param parts of the programme in which they have a place
 * @param awaited parts in which they wait for a place
 * @param turn in the waiting order, from 1; 0 where nothing is waited for
 * @param shared words that lead others to the public page, as an address holds them; "" where there is nothing to share
 */
record RegistrationReceiptPage(
        String code,
        Registration registration,
        SessionCard card,
        EventSession session,
        TextsRead texts,
        List<Programme.Part> parts,
        List<Programme.Awaited> awaited,
        int turn,
        boolean isOver,
        String shared) {

    boolean isWithdrawn() {
        return registration.isWithdrawn();
    }

    boolean isConfirmed() {
        return registration.isConfirmed();
    }

    boolean isWaiting() {
        return registration.isWaiting();
    }

    int people() {
        return registration.people();
    }

    boolean isSensitive() {
        return session.isSensitive();
    }

    /** Whether they can be told of a change. */
    boolean hasContact() {
        return registration.contactKind() != null;
    }

    /** Told here even where the public page does not. */
    Translated place() {
        return texts.get(session.placeText());
    }

    @Nullable
    String address() {
        return session.address();
    }

    @Nullable
    Translated access() {
        return texts.find(session.accessText());
    }

    @Nullable
    Translated bring() {
        return texts.find(session.bringText());
    }

    @Nullable
    Translated reason() {
        return texts.find(session.reasonText());
    }

    /** While it is on and not over. */
    boolean isChangeable() {
        return !isOver && session.isOn() && !isWithdrawn();
    }
}
