/// The columns of an idea, in the order of `Idea`.
#pragma once

#define PLEIN_IDEA_COLUMNS \
    "ideas.version, ideas.department_id, ideas.service_id, ideas.status, ideas.votes, ideas.steps "
