package org.portevoix.flag;

import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where somebody can be written to or found: e-mail and postal addresses. */
@Singleton
final class Addresses implements Detector {

    private static final Pattern EMAIL = Pattern.compile(
            "(?<![\\p{L}\\d._%+-])[\\p{L}\\d._%+-]{1,64}+\\s?(?:@|\\(at\\)|\\[at]| at | arobase | arobas |\\(arobase\\))\\s?[\\p{L}\\d-]+(?:(?:\\.| point | dot |\\(point\\))[\\p{L}\\d-]{1,63}){0,5}(?:\\.| point | dot |\\(point\\))\\p{L}{2,10}",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final String STREETS =
            "rue|avenue|av\\.?|boulevard|bd\\.?|bld|place|allée|allee|impasse|chemin|quai|square|cité"
                    + "|cite|résidence|residence|cours|passage|sentier|route|villa|mail|esplanade|voie|ruelle|hameau|lotissement|cour|promenade";

    /** A number, a kind of street, its name: words in capitals, or what links them. */
    private static final Pattern STREET = Pattern.compile(
            "(?<![\\p{L}\\d])\\d{1,4}\\s?(?:bis|ter|quater|[a-dA-D](?![\\p{L}]))?,?\\s+(?i:" + STREETS
                    + ")\\s+(?:(?:(?i:de la|de l|des|du|de|d|la|le|les|l|aux|au|et|sur)\\b['’ ]?|\\d{1,2}\\s)\\s?){0,6}[\\p{L}\\d][\\p{L}\\d'’-]*(?:\\s+(?:(?i:de la|des|du|de|la|le|et)\\s+)?\\p{Lu}[\\p{L}'’-]+){0,5}");

    /** Within a building. */
    private static final Pattern DOOR = Pattern.compile(
            "(?<![\\p{L}\\d])(?:(?:appartement|appart|appt|apt)\\.?\\s*(?:n[°o]\\s*)?[a-z]?\\d{1,4}[a-z]?(?![\\p{L}\\d])|(?:bâtiment|batiment|bât\\.?|bat\\.?|escalier|esc\\.?|tour|hall|porte)\\s+(?:n[°o]\\s*)?(?:[a-z]?\\d{1,4}|[a-z]\\d{0,2})(?![\\p{L}\\d]).{0,25}?(?:appartement|appart|appt|apt|escalier|porte|étage|etage|hall)\\.?\\s*(?:n[°o]\\s*)?[a-z]?\\d{0,4}[a-z]?(?![\\p{L}\\d]))",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern FOREIGN_STREET = Pattern.compile(
            "(?<![\\p{L}\\d])(?:(?:calle|avenida|rua|strada|via|улица|ул\\.|вулиця|вул\\.)\\s+\\p{Lu}[\\p{L}'’-]+(?:\\s\\p{Lu}[\\p{L}'’-]+)?,?\\s*(?:n[°oº.]*\\s*|nr\\.?\\s*)?\\d{1,4}|\\d{1,4}\\s\\p{Lu}[\\p{L}'’-]+\\s(?:Street|Road|Avenue|Lane)|شارع\\s\\p{L}+(?:\\s\\p{L}+)?\\s(?:رقم\\s)?\\d{1,4})");

    @Override
    public Stream<Found> find(String words) {
        return Stream.concat(
                EMAIL.matcher(words).results().map(match -> new Found(FlagKind.EMAIL, match.start(), match.end())),
                Stream.of(STREET, DOOR, FOREIGN_STREET)
                        .flatMap(pattern -> pattern.matcher(words).results())
                        .map(match -> new Found(FlagKind.ADDRESS, match.start(), match.end())));
    }
}
