package org.portevoix.pack;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/** Words of a resident in a frozen pack, with the opinion that they are of. */
@Introspected
record FrozenVoice(
        long opinionId,
        String words,
        String language,
        @Nullable String french,
        String about) {

    /** Whether these are its words, and its French where this tells any: one that came later takes nothing back. */
    boolean isSaidBy(Pack.@Nullable Voice now) {
        return now != null && now.words().equals(words) && (french == null || french.equals(now.french()));
    }

    Voices.Said said() {
        return new Voices.Said(opinionId, new Pack.Voice(words, language, french, about));
    }
}
