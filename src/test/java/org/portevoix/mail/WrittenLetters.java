package org.portevoix.mail;

import java.util.HexFormat;
import java.util.List;
import org.portevoix.TestTown;

/** What stands in letters that wait, unsealed. */
public final class WrittenLetters {

    private WrittenLetters() {}

    /** Their contents as the outbox keeps them. @param keys as LIKE reads it */
    public static List<String> contents(TestTown town, String keys) {
        return TestTown.rows("SELECT HEX(content) FROM letter WHERE letter_key LIKE ? ORDER BY id", keys).stream()
                .map(hex -> town.bean(Sealed.class).open(HexFormat.of().parseHex(hex)))
                .toList();
    }
}
