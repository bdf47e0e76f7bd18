package org.mcpstrata.synthetic;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A place of residence: real state, county and postal code, because geography is looked up by them; nobody lives there.
 *
 * @param county FIPS code of five digits
 * @param offset offset of local time from UTC that clinical timestamps of the state carry all year
 */
record Residence(String state, String county, String zip, String city, String offset) {
    private static final List<Residence> ALL = List.of(
            new Residence("CO", "08031", "80203", "Denver", "-07:00"),
            new Residence("CO", "08077", "81501", "Grand Junction", "-07:00"),
            new Residence("MA", "25025", "02118", "Boston", "-05:00"),
            new Residence("MA", "25013", "01103", "Springfield", "-05:00"),
            new Residence("MN", "27053", "55404", "Minneapolis", "-06:00"),
            new Residence("MN", "27007", "56601", "Bemidji", "-06:00"),
            new Residence("NC", "37183", "27601", "Raleigh", "-05:00"),
            new Residence("NC", "37021", "28801", "Asheville", "-05:00"),
            new Residence("NJ", "34013", "07102", "Newark", "-05:00"),
            new Residence("NJ", "34007", "08102", "Camden", "-05:00"),
            new Residence("NM", "35001", "87102", "Albuquerque", "-07:00"),
            new Residence("NM", "35031", "87301", "Gallup", "-07:00"),
            new Residence("NY", "36005", "10451", "Bronx", "-05:00"),
            new Residence("NY", "36067", "13202", "Syracuse", "-05:00"),
            new Residence("WA", "53033", "98104", "Seattle", "-08:00"),
            new Residence("WA", "53077", "98901", "Yakima", "-08:00"));

    Residence {
        requireNonNull(state, "state");
        requireNonNull(county, "county");
        requireNonNull(zip, "zip");
        requireNonNull(city, "city");
        requireNonNull(offset, "offset");
    }

    /** Two places in each of the eight states of the model. */
    static List<Residence> all() {
        return ALL;
    }
}
