package org.portevoix.paper;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import java.awt.Font;
import java.awt.FontFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The letters that the site prints with, a face for each script and weight (their sources: paper/README.md in the resources). */
public enum Typeface {
    LATIN("NotoSans-Regular", false),
    LATIN_BOLD("NotoSans-Bold", true),
    ARABIC("NotoSansArabic-Regular", false),
    ARABIC_BOLD("NotoSansArabic-Bold", true),
    TAMIL("NotoSansTamil-Regular", false),
    TAMIL_BOLD("NotoSansTamil-Bold", true),
    BENGALI("NotoSansBengali-Regular", false),
    BENGALI_BOLD("NotoSansBengali-Bold", true),
    CHINESE("DroidSansFallback", false),
    /** The same letters, drawn with a thicker line: no bold ones are small enough. */
    CHINESE_BOLD("DroidSansFallback", true);

    /** At this size a point of the letters' own measure is a thousandth of the size at which they are printed. */
    static final float UNIT = 1000;

    static {
        needNothingOfTheMachine();
    }

    private final String file;
    private final boolean isBold;
    private volatile @Nullable Loaded loaded;

    Typeface(String file, boolean isBold) {
        this.file = file;
        this.isBold = isBold;
    }

    /** The face for this character, given that of the one before it; null when there is none for it. */
    static @Nullable Typeface of(int character, boolean isBold, @Nullable Typeface before) {
        Typeface latin = isBold ? LATIN_BOLD : LATIN;
        int type = UCharacter.getType(character);
        boolean follows = type == UCharacter.FORMAT
                || UScript.getScript(character) == UScript.INHERITED
                || UCharacter.hasBinaryProperty(character, UProperty.WHITE_SPACE);
        if (follows) {
            return before == null ? latin : before;
        }
        Typeface own = switch (UScript.getScript(character)) {
            case UScript.ARABIC -> isBold ? ARABIC_BOLD : ARABIC;
            case UScript.TAMIL -> isBold ? TAMIL_BOLD : TAMIL;
            case UScript.BENGALI -> isBold ? BENGALI_BOLD : BENGALI;
            case UScript.HAN -> isBold ? CHINESE_BOLD : CHINESE;
            default -> latin;
        };
        if (own.has(character)) {
            return own;
        }
        if (before != null && before.has(character)) {
            return before;
        }
        // A danda or a full-width comma belongs to no script of its own.
        for (Typeface other : values()) {
            if (other.isBold == isBold && other.has(character)) {
                return other;
            }
        }
        return null;
    }

    /** Whether every letter of it can be printed; emoji and the like may be left out. */
    public static boolean canPrint(String text) {
        return text.codePoints().filter(UCharacter::isLetter).allMatch(letter -> of(letter, false, null) != null);
    }

    boolean isThickened() {
        return this == CHINESE_BOLD;
    }

    String file() {
        return file;
    }

    /** At the size {@link #UNIT}. */
    Font font() {
        return load().font();
    }

    /** The TrueType file. */
    public byte[] bytes() {
        return load().bytes();
    }

    private boolean has(int character) {
        return font().canDisplay(character);
    }

    private Loaded load() {
        Loaded known = loaded;
        if (known == null) {
            known = this == CHINESE_BOLD ? CHINESE.load() : read(file);
            loaded = known;
        }
        return known;
    }

    private static Loaded read(String file) {
        try (InputStream stream =
                Objects.requireNonNull(Typeface.class.getResourceAsStream("/paper/" + file + ".ttf"))) {
            byte[] bytes = stream.readAllBytes();
            Font font = Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(bytes));
            return new Loaded(font.deriveFont(UNIT), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException(file, e);
        }
    }

    /**
     * The JDK looks for the fonts of the machine first, and fails where it finds none, as on a small server: it is told that
     * there are none. Before its first use of any font.
     */
    private static void needNothingOfTheMachine() {
        System.setProperty("java.awt.headless", "true");
        if (System.getProperty("sun.awt.fontconfig") != null) {
            return;
        }
        try {
            Path none = Files.createTempFile("porte-voix-fonts", ".properties");
            Files.writeString(none, "version=1\nsequence.allfonts=default\n");
            none.toFile().deleteOnExit();
            System.setProperty("sun.awt.fontconfig", none.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Loaded(Font font, byte[] bytes) {}
}
