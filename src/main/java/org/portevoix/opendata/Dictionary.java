package org.portevoix.opendata;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.portevoix.language.Language;
import org.portevoix.language.Messages;

/** Each field of the open data in French: its type, what it means, an example. */
@Singleton
class Dictionary {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader("fichier", "champ", "type", "sens", "mots", "exemple", "peut_etre_vide")
            .get();

    private final Description description;
    private final Messages messages;

    Dictionary(Description description, Messages messages) {
        this.description = description;
        this.messages = messages;
    }

    String csv() {
        StringWriter text = new StringWriter();
        try (CSVPrinter csv = new CSVPrinter(text, FORMAT)) {
            for (Description.Field field : description.fields()) {
                csv.printRecord(
                        field.file(),
                        field.path(),
                        messages.say(Language.SOURCE, "opendata.desk.type." + field.type()),
                        field.meaning(),
                        field.words(),
                        field.example(),
                        messages.say(Language.SOURCE, field.mayBeNull() ? "opendata.desk.yes" : "opendata.desk.no"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
