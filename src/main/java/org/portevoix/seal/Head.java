package org.portevoix.seal;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The last line of the log at some moment: its number and its fingerprint. Whoever keeps it can prove all that came before. */
public record Head(long number, byte[] hash) {

    private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,18}):([0-9a-f]{64})");

    /** As it is mailed and given back, {@code 12:ab34…}; empty of anything else. */
    public static Optional<Head> read(String written) {
        Matcher matcher = WRITTEN.matcher(written.strip().toLowerCase(Locale.ROOT));
        return matcher.matches()
                ? Optional.of(new Head(
                        Long.parseLong(matcher.group(1)), HexFormat.of().parseHex(matcher.group(2))))
                : Optional.empty();
    }

    public String written() {
        return number + ":" + HexFormat.of().formatHex(hash);
    }
}
