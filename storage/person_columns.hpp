/// The columns of a `Person`, in the order of its description, for statements that read from `people`.
#pragma once

#define PLEIN_PERSON_COLUMNS                                                                      \
    "people.id, people.version, people.name, people.title, people.department_id, people.colour, " \
    "people.state = 'suspended' "
