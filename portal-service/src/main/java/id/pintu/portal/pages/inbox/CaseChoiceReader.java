package id.pintu.portal.pages.inbox;

import id.pintu.portal.institution.AgencyComplaintClient;
import id.pintu.portal.institution.AgencyOfficer;
import id.pintu.portal.institution.AgencyOfficersClient;
import id.pintu.portal.institution.OfficerAct;
import id.pintu.portal.pages.inbox.CaseChoices.Colleague;
import id.pintu.portal.pages.inbox.CaseChoices.ColleagueGroup;
import id.pintu.portal.pages.inbox.CaseChoices.UnitChoice;
import id.pintu.portal.pages.inbox.CaseViewFactory.CaseSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reader of what the forms of a complaint's page offer; it asks for that only which the officer may use. */
@Component
class CaseChoiceReader {

    private final AgencyComplaintClient complaints;
    private final AgencyOfficersClient officers;

    CaseChoiceReader(AgencyComplaintClient complaints, AgencyOfficersClient officers) {
        this.complaints = complaints;
        this.officers = officers;
    }

    /** @param acts what the officer may do now */
    CaseChoices of(CaseSource source, List<OfficerAct> acts) {
        boolean byUnit = acts.contains(OfficerAct.ASSIGN_UNIT);
        Optional<List<AgencyOfficer>> known = byUnit || acts.contains(OfficerAct.ASSIGN_PERSON)
                ? officers.officersOf(source.officer().token(), source.address().code())
                : Optional.of(List.of());
        List<AgencyOfficer> found = known.orElse(List.of());
        return new CaseChoices(
                byUnit ? suggestedUnits(source) : List.of(),
                byUnit ? units(source, found) : List.of(),
                colleagues(source, found),
                known.map(all -> all.stream().collect(Collectors.toMap(AgencyOfficer::account, AgencyOfficer::name))));
    }

    private List<UnitChoice> suggestedUnits(CaseSource source) {
        return complaints
                .suggestedUnits(
                        source.officer().token(),
                        source.address().code(),
                        source.item().id().value())
                .stream()
                .map(each -> new UnitChoice(
                        each.unit(), each.reasons().in(source.officer().locale())))
                .toList();
    }

    private List<String> units(CaseSource source, List<AgencyOfficer> found) {
        return Stream.concat(
                        complaints
                                .units(
                                        source.officer().token(),
                                        source.address().code())
                                .stream(),
                        found.stream()
                                .flatMap(officer -> officer.roles().stream())
                                .flatMap(role -> role.unit().stream()))
                .distinct()
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .toList();
    }

    /**
     * Those who reach the complaint: the officers of its unit, and those who see all complaints. Officers of another unit would
     * not find it.
     */
    private static List<ColleagueGroup> colleagues(CaseSource source, List<AgencyOfficer> found) {
        Optional<String> unit = source.unit();
        Predicate<AgencyOfficer> ofUnit =
                officer -> unit.filter(officer::isOfUnit).isPresent();
        return Stream.of(
                        group(source, unit.orElse(""), found, ofUnit),
                        group(source, "", found, ofUnit.negate().and(AgencyOfficer::isLiaison)))
                .filter(group -> !group.colleagues().isEmpty())
                .toList();
    }

    private static ColleagueGroup group(
            CaseSource source, String unit, List<AgencyOfficer> found, Predicate<AgencyOfficer> wanted) {
        return new ColleagueGroup(
                unit,
                found.stream()
                        .filter(wanted)
                        .filter(officer ->
                                !officer.account().equals(source.scope().account()))
                        .filter(officer -> source.assignee()
                                .filter(officer.account()::equals)
                                .isEmpty())
                        .map(officer -> new Colleague(officer.account(), officer.name()))
                        .toList());
    }
}
