package org.portevoix.council;

import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portevoix.importing.ContractFile;
import org.portevoix.importing.ContractOutline;
import org.portevoix.importing.ContractPart;
import org.portevoix.importing.ImportWriter;
import org.portevoix.importing.ImportedList;
import org.portevoix.importing.ImportedRow;
import org.portevoix.importing.Section;

/** Imports a contract's neighbourhood councils. */
@Singleton
final class CouncilFilePart implements ContractPart {

    @Override
    public int order() {
        return 40;
    }

    @Override
    public void outline(ContractOutline outline) {
        for (ImportedRow row : outline.items("councils", "council")) {
            row.slugs("neighbourhoods", """
                    SELECT n.slug FROM council_neighbourhood l
                    JOIN neighbourhood n ON n.id = l.neighbourhood_id
                    WHERE l.council_id = ?
                    ORDER BY n.position
                    """);
        }
    }

    @Override
    public void write(ContractFile file, ImportWriter writer) {
        for (Section section : file.section("councils").items()) {
            ImportedRow row = writer.item("council", "council", section)
                    .position()
                    .word("kind", "kind", null)
                    .text("name", "name_text")
                    .text("presentation", "presentation_text")
                    .string("telephone", "telephone")
                    .list(
                            "neighbourhoods",
                            ImportedList.ofIds(
                                    "council_neighbourhood",
                                    "council_id",
                                    "neighbourhood_id",
                                    neighbourhoods(section, writer)));
            long id = row.save();
            if (row.isChanged()) {
                writer.changed(Council.tag(id), Council.listTag(writer.contractId()));
            }
        }
    }

    private static List<@Nullable Long> neighbourhoods(Section section, ImportWriter writer) {
        return section.at("neighbourhoods").words().stream()
                .map(slug -> writer.id("neighbourhood", slug))
                .toList();
    }
}
