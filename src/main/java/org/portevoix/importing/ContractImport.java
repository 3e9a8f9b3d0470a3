package org.portevoix.importing;

import static org.portevoix.importing.ImportWords.say;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portevoix.seal.Act;
import org.portevoix.seal.Deed;
import org.portevoix.seal.Seal;

/** Loads or updates one contract from its file: all of it, or nothing. */
@Singleton
public class ContractImport {
    private static final String DEFAULT_ZONE = "Europe/Paris";

    private final ContractShape shape;
    private final List<ContractPart> parts;
    private final ImportStore store;
    private final TransactionOperations<Connection> transactions;
    private final Seal seal;
    private final Clock clock;

    ContractImport(
            ContractShape shape,
            List<ContractPart> parts,
            ImportStore store,
            TransactionOperations<Connection> transactions,
            Seal seal,
            Clock clock) {
        this.shape = shape;
        this.parts = parts.stream()
                .sorted(Comparator.comparingInt(ContractPart::order))
                .toList();
        this.store = store;
        this.transactions = transactions;
        this.seal = seal;
        this.clock = clock;
    }

    /** What is wrong with a file before it is even read: absent, or too large. Empty where nothing is. */
    public static Optional<ImportReport> unfit(Path path) {
        String name = String.valueOf(path.getFileName());
        try {
            if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
                return Optional.of(absent(name));
            }
            long bytes = Files.size(path);
            return bytes > ContractReader.MAX_BYTES
                    ? Optional.of(ImportReport.ofFaults(name, List.of(ContractReader.tooLarge(bytes))))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.of(absent(name));
        }
    }

    private static ImportReport absent(String name) {
        return ImportReport.ofFaults(name, List.of(new Fault(0, "", say("fault.absent"))));
    }

    /** @param replace whether to overwrite what was edited at the desk since the last import */
    public ImportReport importFile(Path path, boolean replace) {
        String name = String.valueOf(path.getFileName());
        Optional<ImportReport> unfit = unfit(path);
        if (unfit.isPresent()) {
            return unfit.get();
        }
        try (InputStream content = Files.newInputStream(path)) {
            return importFile(name, content.readNBytes(ContractReader.MAX_BYTES + 1), replace);
        } catch (IOException e) {
            return absent(name);
        }
    }

    /** @param name the file's name, for the report */
    public ImportReport importFile(String name, byte[] bytes, boolean replace) {
        List<Fault> faults = new ArrayList<>();
        ContractFile file = ContractReader.read(bytes, faults);
        if (file == null) {
            return ImportReport.ofFaults(name, faults);
        }
        Set<Integer> unread = faults.stream().map(Fault::line).collect(Collectors.toSet());
        List<Fault> shapeFaults = shape.faults(file).stream()
                // What could not be read there has been said.
                .filter(fault -> !unread.contains(fault.line()))
                .toList();
        faults.addAll(shapeFaults);
        return transactions.executeWrite(status -> {
            ContractOrigin origin = origin(file.section("contract"));
            faults.addAll(ContractMeaning.faults(file, origin.firstImportedOn()));
            faults.addAll(unwrittenPlans(file));
            ImportReport report =
                    faults.isEmpty() ? write(name, file, origin, replace) : ImportReport.ofFaults(name, faults);
            if (!report.isDone()) {
                status.setRollbackOnly();
            }
            return report;
        });
    }

    /** What a file brings is public at once: a draft of the desk, whose plan still stands as three points, is not. */
    private static List<Fault> unwrittenPlans(ContractFile file) {
        List<Fault> faults = new ArrayList<>();
        for (Section action : file.section("actions").items()) {
            Section why = action.at("participation.none_because");
            if ("…".equals(why.at("fr").string())) {
                faults.add(why.fault("fault.plan.unwritten"));
            }
        }
        return faults;
    }

    private ImportReport write(String name, ContractFile file, ContractOrigin origin, boolean replace) {
        ImportWriter writer = store.writer(origin, replace ? ImportWriter.Way.REPLACE : ImportWriter.Way.IMPORT);
        parts.forEach(part -> part.write(file, writer));
        ImportReport report = writer.report(name);
        if (report.isDone()) {
            store.save(writer);
            String slug =
                    Objects.requireNonNull(file.section("contract").at("slug").string());
            Map<String, @Nullable Object> saved = Objects.requireNonNull(store.contractRead(slug));
            seal.record(Deed.of(Act.CONTRACT_IMPORTED)
                    .in(saved.get("id") instanceof Number id ? id.longValue() : null)
                    .about("contract", slug)
                    .saying(replace ? "replace" : ""));
        }
        return report;
    }

    /** Keeps a known contract from every other import until this one is done. */
    private ContractOrigin origin(Section contract) {
        String slug = contract.at("slug").string();
        String zone = contract.at("territory.zone").string();
        Map<String, @Nullable Object> present = slug == null ? null : store.contract(slug);
        if (present == null) {
            ZoneId here = zone(zone, DEFAULT_ZONE);
            return new ContractOrigin(null, LocalDate.now(clock.withZone(here)), here);
        }
        return new ContractOrigin(
                present.get("id") instanceof Number id ? id.longValue() : null,
                LocalDate.parse(String.valueOf(present.get("first_imported_on"))),
                zone(zone, String.valueOf(present.get("zone"))));
    }

    private static ZoneId zone(@Nullable String given, String otherwise) {
        return ZoneId.of(given != null && ZoneId.getAvailableZoneIds().contains(given) ? given : otherwise);
    }
}
