package org.portevoix.language;

import com.ibm.icu.util.ULocale;

/**
 * A language in which residents read.
 *
 * @param code ISO 639 code, as in addresses
 * @param endonym its name in itself
 * @param direction "ltr" or "rtl"
 */
public record Language(String code, String endonym, String direction) {

    public static final String SOURCE = "fr";

    /** Locale for dates, numbers and plurals, always with Western digits (telephone numbers and hours stay readable). */
    public ULocale locale() {
        return switch (code) {
            case "en" -> ULocale.forLanguageTag("en-GB");
            case "fr" -> ULocale.FRANCE;
            default -> ULocale.forLanguageTag(code + "-u-nu-latn");
        };
    }
}
