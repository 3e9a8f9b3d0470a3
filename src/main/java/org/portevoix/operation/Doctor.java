package org.portevoix.operation;

import java.nio.file.Files;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** {@code ./run doctor}: looks at everything the site leans on and says in a line each whether it is well, and what to do where not. */
final class Doctor {
    private final Operation operation;

    Doctor(Operation operation) {
        this.operation = operation;
    }

    /** @return 1 when there is a fault */
    int look(Consumer<String> say) {
        MachineChecks machine = new MachineChecks(operation.folder(), operation.givenSecret());
        SettingChecks settings = new SettingChecks(operation.environment());
        List<Finding> findings = Stream.of(machine.all(), settings.all(), database())
                .flatMap(List::stream)
                .peek(finding -> say.accept(finding.toString()))
                .toList();
        long faults = findings.stream().filter(Finding::isFault).count();
        say.accept(faults == 0 ? "Tout va bien." : faults == 1 ? "Une faute." : faults + " fautes.");
        return faults == 0 ? 0 : 1;
    }

    private List<Finding> database() {
        boolean isEmbedded = !Database.isExternal(operation.environment());
        if (isEmbedded && !Files.isDirectory(operation.folder().resolve("database"))) {
            return List.of(Finding.remark("Pas encore de base de données : ./run la crée."));
        }
        try {
            return new DatabaseChecks(operation.openDatabase(Operation.Use.SHARED)).all();
        } catch (Refusal refusal) {
            return List.of(Finding.fault(refusal.line()));
        }
    }
}
